-- How often each pattern of cells stands in the export; before rows that share an id become one.
SELECT cells, COUNT(*) AS row_count FROM events GROUP BY cells
