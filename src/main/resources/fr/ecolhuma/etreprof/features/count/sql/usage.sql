-- Who used what: one row a user and content; place is the user's row in the feature table.
-- content is null for contents that the catalogue does not know; content_id too when the event names none.
CREATE TABLE usage AS
SELECT e.place, e.kind, e.content_id, c.place AS content, e.uses, e.last_us
FROM (
    SELECT place, kind, content_id, COUNT(*) AS uses, MAX(at_us) AS last_us
    FROM judged_events
    WHERE reason = 'kept' AND kind IN (1, 2, 3)
    GROUP BY place, kind, content_id
) e
LEFT JOIN contents c ON c.kind = e.kind AND c.id = e.content_id;
