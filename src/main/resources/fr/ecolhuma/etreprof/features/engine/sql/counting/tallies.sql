-- The events of a user and kind. late: whether they are after the as-of instant, null for those without a date. Events of one
-- row share the reason why they count or not, which their first instant tells as well as any.
SELECT
    user_id,
    kind,
    at_us > {as_of_us} AS late,
    COUNT(*) AS row_count,
    MIN(at_us) AS first_us,
    MAX(at_us) AS last_us
FROM counted_events
GROUP BY user_id, kind, at_us > {as_of_us}
