-- The events' export with every column but the id as a text.
-- A row without a usable id is known by a negative one, the same for rows that repeat every column; it stands here and in
-- one expression with the id so that it is worked out for those rows only.
-- row_number counts the export's rows from 1; where it is not asked for nothing is counted.
CREATE OR REPLACE VIEW raw_interactions AS
SELECT
    COALESCE(
        CASE
            WHEN CONTAINS({id}, '.') AND NOT REGEXP_FULL_MATCH({id}, '\d+\.0+') THEN NULL
            ELSE TRY_CAST({id} AS BIGINT)
        END,
        -1 - CAST(HASH({all}) >> 1 AS BIGINT)
    ) AS id,
    {columns},
    ROW_NUMBER() OVER () AS row_number
FROM {source};
