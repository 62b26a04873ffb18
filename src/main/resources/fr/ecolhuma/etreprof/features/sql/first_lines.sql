-- The first rows of each reason.
SELECT reason, row_number
FROM (
    SELECT reason, row_number, ROW_NUMBER() OVER (PARTITION BY reason ORDER BY row_number) AS place
    FROM (
        SELECT row_number, CASE WHEN repeat > 1 THEN 'duplicate' ELSE reason END AS reason
        FROM ({judged}) judged
    ) named
    WHERE reason <> 'kept'
) ranked
WHERE place <= 3
ORDER BY reason, row_number
