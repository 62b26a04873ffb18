SELECT COALESCE(SUM(uses), 0) AS events FROM usage WHERE content IS NULL
