-- The first cells of a column that are not understood.
SELECT row_number, {text} AS cell FROM cell_samples WHERE {condition} ORDER BY row_number LIMIT {most}
