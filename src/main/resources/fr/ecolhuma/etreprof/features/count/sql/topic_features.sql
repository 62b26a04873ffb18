-- Distinct contents a user used per theme in the last 3 x 365 days.
SELECT u.place, c.theme, COUNT(*) AS contents
FROM usage u
JOIN contents c ON c.place = u.content
CROSS JOIN parameters p
WHERE c.theme >= 0 AND p.as_of_us - u.last_us < 94608000000000
GROUP BY u.place, c.theme
