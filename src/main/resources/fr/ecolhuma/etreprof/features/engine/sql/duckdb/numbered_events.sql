-- Rows of the export with their numbers: the first ones, those of some ids, or all. Ids are written out, since the engine
-- then leaves other rows out before their cells are read.
CREATE TABLE numbered_events AS
SELECT export_row, id, user_id, kind, content_id, at_us
FROM typed_events
{which};
