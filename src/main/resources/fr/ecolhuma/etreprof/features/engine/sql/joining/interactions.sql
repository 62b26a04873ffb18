-- Who used which content; the code reads the columns by their places, integers being the fastest.
SELECT place, content, uses, last_us
FROM usage
WHERE content IS NOT NULL
ORDER BY place, content
