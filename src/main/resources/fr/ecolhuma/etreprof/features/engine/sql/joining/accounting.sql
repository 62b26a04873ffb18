SELECT reason, CAST(SUM(row_count) AS BIGINT) AS row_count FROM judged_tallies GROUP BY reason
