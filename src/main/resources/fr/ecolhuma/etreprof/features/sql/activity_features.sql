-- All events of a user; the code reads the columns by their places.
SELECT
    place,
    MIN(at_us) AS join_us,
    MAX(last_us) AS last_action_us,
    SUM(CASE WHEN kind = 4 THEN row_count ELSE 0 END) AS nb_vote,
    SUM(CASE WHEN kind = 5 THEN row_count ELSE 0 END) AS nb_comments,
    SUM(CASE WHEN kind = 6 THEN row_count ELSE 0 END) AS nb_opened_mail,
    SUM(CASE WHEN kind = 7 THEN row_count ELSE 0 END) AS nb_clicked_mail,
    SUM(row_count) AS total_interactions_y
FROM judged_tallies
WHERE reason = 'kept'
GROUP BY place
