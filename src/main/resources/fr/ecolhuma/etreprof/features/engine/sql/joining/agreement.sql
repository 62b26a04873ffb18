-- What has to hold of any engine's tables: no impossible rows, and as many uses by content as by kind.
SELECT
    (
        SELECT COUNT(*)
        FROM tallies
        WHERE kind IS NULL
            OR kind NOT BETWEEN 0 AND 8
            OR row_count IS NULL
            OR row_count < 1
            OR (late IS NULL) <> (first_us IS NULL)
            OR (late IS NULL) <> (last_us IS NULL)
            OR first_us > last_us
            OR late <> (first_us > {as_of_us})
            OR late <> (last_us > {as_of_us})
    ) AS impossible_tallies,
    (
        SELECT COUNT(*)
        FROM uses
        WHERE user_id IS NULL
            OR kind IS NULL
            OR kind NOT IN (1, 2, 3)
            OR uses IS NULL
            OR uses < 1
            OR last_us IS NULL
            OR last_us > {as_of_us}
    ) AS impossible_uses,
    (SELECT CAST(COALESCE(SUM(row_count), 0) AS BIGINT) FROM tallies) AS tallied_rows,
    (
        SELECT CAST(COALESCE(SUM(row_count), 0) AS BIGINT)
        FROM tallies
        WHERE kind IN (1, 2, 3) AND user_id IS NOT NULL AND NOT late
    ) AS tallied_uses,
    (SELECT CAST(COALESCE(SUM(uses), 0) AS BIGINT) FROM uses) AS uses
