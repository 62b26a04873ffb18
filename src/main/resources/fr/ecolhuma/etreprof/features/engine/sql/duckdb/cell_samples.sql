-- The rows of some part of the export in which a cell is not understood.
CREATE OR REPLACE TABLE cell_samples AS
SELECT export_row, cells, user_text, type_text, content_type_text, content_id_text, time_text
FROM (SELECT * FROM typed_events {which}) part
WHERE {conditions};
