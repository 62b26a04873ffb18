-- The first rows of each reason. Of the rows that share an id all but the one that counts are duplicates.
SELECT reason, export_row
FROM (
    SELECT reason, export_row, ROW_NUMBER() OVER (PARTITION BY reason ORDER BY export_row) AS place
    FROM (
        SELECT j.export_row, CASE WHEN d.export_row IS NULL THEN j.reason ELSE 'duplicate' END AS reason
        FROM ({judged}) j
        LEFT JOIN (
            SELECT export_row
            FROM (
                SELECT export_row, same, ROW_NUMBER() OVER (PARTITION BY id, same ORDER BY export_row) AS place
                FROM (
                    SELECT
                        n.export_row,
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
        ) d ON d.export_row = j.export_row
    ) named
    WHERE reason <> 'kept'
) ranked
WHERE place <= {lines}
ORDER BY reason, export_row
