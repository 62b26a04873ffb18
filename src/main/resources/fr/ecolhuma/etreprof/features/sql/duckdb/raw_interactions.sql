-- The events' export with every column as a text.
-- row_key: what a row without a usable id is known by, negative; the same for rows that repeat every column. Worked out
-- for those rows only.
CREATE OR REPLACE VIEW raw_interactions AS
SELECT
    {id} AS id,
    -1 - CAST(HASH({all}) >> 1 AS BIGINT) AS row_key,
    {columns}
FROM {source};
