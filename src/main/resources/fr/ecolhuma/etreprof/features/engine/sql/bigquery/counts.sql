-- Both small tables in one query, since each query pays for the whole table.
SELECT 'tallies' AS part, user_id, kind, CAST(NULL AS INT64) AS content_id, late, row_count, first_us, last_us
FROM ({tallies}) t
UNION ALL
SELECT 'uses', user_id, kind, content_id, CAST(NULL AS BOOLEAN), uses, CAST(NULL AS INT64), last_us
FROM ({uses}) u
