-- All events of a user by week, month and year, for the table of features; no model needs them.
-- age_us is A - t in microseconds: a window (A - (i + 1) L, A - i L] is i L <= age < (i + 1) L, with L = 7, 30 and
-- 365 days.
SELECT
    user_id,
    COUNT(CASE WHEN age_us >= 0 AND age_us < 604800000000 THEN 1 END) AS week_minus_0,
    COUNT(CASE WHEN age_us >= 604800000000 AND age_us < 1209600000000 THEN 1 END) AS week_minus_1,
    COUNT(CASE WHEN age_us >= 1209600000000 AND age_us < 1814400000000 THEN 1 END) AS week_minus_2,
    COUNT(CASE WHEN age_us >= 1814400000000 AND age_us < 2419200000000 THEN 1 END) AS week_minus_3,
    COUNT(CASE WHEN age_us >= 2419200000000 AND age_us < 3024000000000 THEN 1 END) AS week_minus_4,
    COUNT(CASE WHEN age_us >= 3024000000000 AND age_us < 3628800000000 THEN 1 END) AS week_minus_5,
    COUNT(CASE WHEN age_us >= 3628800000000 AND age_us < 4233600000000 THEN 1 END) AS week_minus_6,
    COUNT(CASE WHEN age_us >= 4233600000000 AND age_us < 4838400000000 THEN 1 END) AS week_minus_7,
    COUNT(CASE WHEN age_us >= 4838400000000 AND age_us < 5443200000000 THEN 1 END) AS week_minus_8,
    COUNT(CASE WHEN age_us >= 5443200000000 AND age_us < 6048000000000 THEN 1 END) AS week_minus_9,
    COUNT(CASE WHEN age_us >= 6048000000000 AND age_us < 6652800000000 THEN 1 END) AS week_minus_10,
    COUNT(CASE WHEN age_us >= 6652800000000 AND age_us < 7257600000000 THEN 1 END) AS week_minus_11,
    COUNT(CASE WHEN age_us >= 0 AND age_us < 2592000000000 THEN 1 END) AS month_minus_0,
    COUNT(CASE WHEN age_us >= 2592000000000 AND age_us < 5184000000000 THEN 1 END) AS month_minus_1,
    COUNT(CASE WHEN age_us >= 5184000000000 AND age_us < 7776000000000 THEN 1 END) AS month_minus_2,
    COUNT(CASE WHEN age_us >= 7776000000000 AND age_us < 10368000000000 THEN 1 END) AS month_minus_3,
    COUNT(CASE WHEN age_us >= 10368000000000 AND age_us < 12960000000000 THEN 1 END) AS month_minus_4,
    COUNT(CASE WHEN age_us >= 12960000000000 AND age_us < 15552000000000 THEN 1 END) AS month_minus_5,
    COUNT(CASE WHEN age_us >= 15552000000000 AND age_us < 18144000000000 THEN 1 END) AS month_minus_6,
    COUNT(CASE WHEN age_us >= 18144000000000 AND age_us < 20736000000000 THEN 1 END) AS month_minus_7,
    COUNT(CASE WHEN age_us >= 20736000000000 AND age_us < 23328000000000 THEN 1 END) AS month_minus_8,
    COUNT(CASE WHEN age_us >= 23328000000000 AND age_us < 25920000000000 THEN 1 END) AS month_minus_9,
    COUNT(CASE WHEN age_us >= 25920000000000 AND age_us < 28512000000000 THEN 1 END) AS month_minus_10,
    COUNT(CASE WHEN age_us >= 28512000000000 AND age_us < 31104000000000 THEN 1 END) AS month_minus_11,
    COUNT(CASE WHEN age_us >= 0 AND age_us < 31536000000000 THEN 1 END) AS year_minus_0,
    COUNT(CASE WHEN age_us >= 31536000000000 AND age_us < 63072000000000 THEN 1 END) AS year_minus_1,
    COUNT(CASE WHEN age_us >= 63072000000000 AND age_us < 94608000000000 THEN 1 END) AS year_minus_2
FROM (
    SELECT user_id, {as_of_us} - at_us AS age_us
    FROM counted_events
    WHERE kind <> 0 AND user_id IS NOT NULL AND at_us <= {as_of_us}
) aged
GROUP BY user_id
