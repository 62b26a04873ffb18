-- Why a row does not count, or 'kept'. {events} is what is judged: events, or tallies of them.
SELECT
    e.*,
    CASE
        WHEN e.kind = 0 THEN 'shadow_session'
        WHEN e.user_id IS NULL THEN 'bad_user_id'
        WHEN e.at_us IS NULL THEN 'bad_date'
        WHEN u.id IS NULL THEN 'unknown_user'
        WHEN u.place IS NULL THEN 'user_not_kept'
        WHEN e.at_us > {as_of_us} THEN 'after_as_of'
        ELSE 'kept'
    END AS reason,
    u.place
FROM {events} e
LEFT JOIN users u ON u.id = e.user_id
