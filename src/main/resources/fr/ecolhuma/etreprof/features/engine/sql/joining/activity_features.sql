-- All events of a user; the code reads the columns by their places, integers being the fastest.
SELECT
    place,
    MIN(at_us) AS join_us,
    MAX(last_us) AS last_action_us,
    CAST(SUM(CASE WHEN kind = 4 THEN row_count ELSE 0 END) AS INTEGER) AS nb_vote,
    CAST(SUM(CASE WHEN kind = 5 THEN row_count ELSE 0 END) AS INTEGER) AS nb_comments,
    CAST(SUM(CASE WHEN kind = 6 THEN row_count ELSE 0 END) AS INTEGER) AS nb_opened_mail,
    CAST(SUM(CASE WHEN kind = 7 THEN row_count ELSE 0 END) AS INTEGER) AS nb_clicked_mail,
    CAST(SUM(row_count) AS INTEGER) AS total_interactions_y
FROM judged_tallies
WHERE reason = 'kept'
GROUP BY place
