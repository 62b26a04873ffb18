-- Who used what: one row a user and content; place is the user's row in the feature table.
-- content is null for contents that the catalogue does not know; content_id too when the event names none.
SELECT u.place, e.kind, e.content_id, c.place AS content, e.uses, e.last_us
FROM uses e
JOIN users u ON u.id = e.user_id
LEFT JOIN contents c ON c.kind = e.kind AND c.id = e.content_id
WHERE u.place IS NOT NULL
