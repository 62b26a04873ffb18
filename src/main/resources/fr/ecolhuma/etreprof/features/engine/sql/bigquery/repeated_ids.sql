-- Ids that stand in more than one row.
SELECT id FROM events GROUP BY id HAVING COUNT(*) > 1
