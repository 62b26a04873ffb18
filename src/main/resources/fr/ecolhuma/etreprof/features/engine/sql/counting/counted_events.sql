-- One row an event: those whose id stands in one row, and the first of those that share one.
SELECT id, user_id, kind, content_id, at_us
FROM events e
WHERE NOT EXISTS (SELECT 1 FROM repeated_ids r WHERE r.id = e.id)
UNION ALL
SELECT id, user_id, kind, content_id, at_us
FROM first_of_repeated
