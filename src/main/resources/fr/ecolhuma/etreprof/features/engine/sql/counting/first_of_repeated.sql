-- Of the rows that share an id one counts: the first by content, whatever the order of the file. repeated_ids is the
-- adapter's table of the ids that stand in more than one row.
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
WHERE place = 1
