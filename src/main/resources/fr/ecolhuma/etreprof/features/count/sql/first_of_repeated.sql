-- Of the rows that share an id one counts: the first by content, whatever the order of the file.
CREATE TABLE first_of_repeated AS
SELECT id, user_id, kind, content_id, at_us
FROM (
    SELECT
        e.*,
        ROW_NUMBER() OVER (
            PARTITION BY e.id
            ORDER BY at_us NULLS LAST, user_id NULLS LAST, kind, content_id NULLS LAST
        ) AS place
    FROM events e
    JOIN repeated_ids r ON r.id = e.id
) ranked
WHERE place = 1;

CREATE TABLE repeats AS
SELECT COUNT(*) - (SELECT COUNT(*) FROM repeated_ids) AS surplus
FROM events
WHERE id IN (SELECT id FROM repeated_ids);

DELETE FROM events WHERE id IN (SELECT id FROM repeated_ids);

INSERT INTO events (id, user_id, kind, content_id, at_us)
SELECT id, user_id, kind, content_id, at_us FROM first_of_repeated;
