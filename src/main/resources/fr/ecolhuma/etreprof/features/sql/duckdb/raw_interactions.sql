-- The events' export with every column as a text.
-- row_key: what a row without a usable id is known by, negative; the same for rows that repeat every column.
CREATE OR REPLACE VIEW raw_interactions AS
SELECT
    {id} AS id,
    CASE
        WHEN CONTAINS({id}, '.') OR TRY_CAST({id} AS BIGINT) IS NULL THEN -1 - CAST(HASH({all}) >> 1 AS BIGINT)
    END AS row_key,
    {columns}
FROM {source};
