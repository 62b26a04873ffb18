-- Ids of rows that do not count for some reasons.
SELECT DISTINCT id
FROM (
    SELECT id FROM ({judged}) j WHERE reason IN ({reasons})
    UNION ALL
    SELECT id FROM repeated_ids WHERE 'duplicate' IN ({reasons})
)
LIMIT {most}
