-- What the cells say, the latest event and the rows that share an id, in one query, since each query pays for the whole table.
SELECT 'cells' AS part, cells AS place, row_count FROM ({cell_tallies}) c
UNION ALL
SELECT 'latest', at_us, 1 FROM ({as_of}) a
UNION ALL
SELECT 'repeats', 0, row_count FROM ({repeats}) r
