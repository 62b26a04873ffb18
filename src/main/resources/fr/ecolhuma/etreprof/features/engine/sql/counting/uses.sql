-- How often each user has used each content up to the as-of instant, by the ids of the export: content_id is null for uses
-- that name no content, and negative for a text that is no number.
SELECT user_id, kind, content_id, COUNT(*) AS uses, MAX(at_us) AS last_us
FROM counted_events
WHERE kind IN (1, 2, 3) AND user_id IS NOT NULL AND at_us <= {as_of_us}
GROUP BY user_id, kind, content_id
