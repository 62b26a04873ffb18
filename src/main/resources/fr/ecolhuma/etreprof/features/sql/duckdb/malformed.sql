-- Rows that could not be split into cells, one row each, from the one scan of the export.
SELECT line, MIN(column_name) AS column_name, MIN(error_message) AS message
FROM reject_errors
GROUP BY line
ORDER BY line
