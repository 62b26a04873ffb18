-- The first rows of each reason. Of the rows that share an id all but the one that counts are duplicates.
SELECT reason, row_number
FROM (
    SELECT reason, row_number, ROW_NUMBER() OVER (PARTITION BY reason ORDER BY row_number) AS place
    FROM (
        SELECT j.row_number, CASE WHEN d.row_number IS NULL THEN j.reason ELSE 'duplicate' END AS reason
        FROM ({judged}) j
        LEFT JOIN (
            SELECT row_number
            FROM (
                SELECT row_number, same, ROW_NUMBER() OVER (PARTITION BY id, same ORDER BY row_number) AS place
                FROM (
                    SELECT
                        n.row_number,
                        n.id,
                        n.user_id IS NOT DISTINCT FROM r.user_id
                            AND n.kind = r.kind
                            AND n.content_id IS NOT DISTINCT FROM r.content_id
                            AND n.at_us IS NOT DISTINCT FROM r.at_us AS same
                    FROM numbered_events n
                    JOIN first_of_repeated r ON r.id = n.id
                ) compared
            ) ordered
            WHERE NOT same OR place > 1
        ) d ON d.row_number = j.row_number
    ) named
    WHERE reason <> 'kept'
) ranked
WHERE place <= {lines}
ORDER BY reason, row_number
