-- How many rows do not count because of another with the same id.
SELECT COUNT(*) - COUNT(DISTINCT e.id) AS row_count
FROM events e
JOIN repeated_ids r ON r.id = e.id
