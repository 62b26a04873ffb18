-- The first rows of the export in its order, numbered from 1.
CREATE TABLE numbered_events AS
SELECT ROW_NUMBER() OVER () AS row_number, id, user_id, kind, content_id, at_us
FROM typed_events
{limit};
