-- The one look at all events: those of a user and kind, with a row more for those after the as-of instant or without a
-- date. Events of one row share the reason why they count or not, which their first instant tells as well as any.
CREATE TABLE tallies AS
SELECT user_id, kind, COUNT(*) AS row_count, MIN(at_us) AS at_us, MAX(at_us) AS last_us
FROM events
CROSS JOIN parameters
GROUP BY user_id, kind, at_us > as_of_us;
