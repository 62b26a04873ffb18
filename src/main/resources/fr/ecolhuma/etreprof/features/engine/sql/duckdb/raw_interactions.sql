-- The events' export with every column but the id a text.
-- A row without an id is known by a negative one, the same for rows that repeat every column; it stands here and in one
-- expression with the id so that it is worked out for those rows only.
-- export_row counts the export's rows from 1; where it is not asked for nothing is counted.
CREATE OR REPLACE VIEW raw_interactions AS
SELECT
    CASE
        WHEN usual_id({id}) = {id} THEN TRY_CAST({id} AS BIGINT)
        WHEN cell_is_null({id}) THEN -1 - CAST(HASH({all}) >> 1 AS BIGINT)
        ELSE cell_event({id})
    END AS id,
    {id} AS id_text,
    {columns},
    ROW_NUMBER() OVER () AS export_row
FROM {source};
