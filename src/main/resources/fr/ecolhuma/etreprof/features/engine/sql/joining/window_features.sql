-- All events of a user by week, month and year; the code reads the columns by their places.
SELECT
    u.place,
    w.week_minus_0,
    w.week_minus_1,
    w.week_minus_2,
    w.week_minus_3,
    w.week_minus_4,
    w.week_minus_5,
    w.week_minus_6,
    w.week_minus_7,
    w.week_minus_8,
    w.week_minus_9,
    w.week_minus_10,
    w.week_minus_11,
    w.month_minus_0,
    w.month_minus_1,
    w.month_minus_2,
    w.month_minus_3,
    w.month_minus_4,
    w.month_minus_5,
    w.month_minus_6,
    w.month_minus_7,
    w.month_minus_8,
    w.month_minus_9,
    w.month_minus_10,
    w.month_minus_11,
    w.year_minus_0,
    w.year_minus_1,
    w.year_minus_2
FROM windows w
JOIN users u ON u.id = w.user_id
WHERE u.place IS NOT NULL
