SELECT place, content, uses, last_us
FROM usage
WHERE content IS NOT NULL
ORDER BY place, content
