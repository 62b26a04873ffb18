-- The first rows of the export in its order, numbered from 1; events.sql says what the columns mean.
-- repeat: the how-manieth row of its id, told only for ids that repeat.
CREATE TABLE numbered_events AS
SELECT
    n.row_number,
    n.user_id,
    n.kind,
    n.at_us,
    CASE WHEN r.id IS NULL THEN 1 ELSE ROW_NUMBER() OVER (PARTITION BY n.id ORDER BY n.row_number) END AS repeat
FROM (
    SELECT
        ROW_NUMBER() OVER () AS row_number,
        id,
        user_id,
        CASE WHEN type = 'session' AND content_type = 'opened_mail' THEN 0 ELSE 8 END AS kind,
        at_us
    FROM typed_interactions
    {limit}
) n
LEFT JOIN repeated_ids r ON r.id = n.id;
