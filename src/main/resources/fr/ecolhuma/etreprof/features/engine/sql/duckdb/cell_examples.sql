-- The first cells of a column that are not understood.
SELECT export_row, {text} AS cell FROM cell_samples WHERE {condition} ORDER BY export_row LIMIT {most}
