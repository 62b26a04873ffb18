SELECT reason, COUNT(*) AS row_count FROM judged_events GROUP BY reason
