-- Ids that stand in more than one row. A group of 64 ids has as many bits set as rows unless one repeats,
-- so that only the few groups that differ are looked at id by id.
CREATE TABLE repeated_ids AS
SELECT e.id
FROM events e
JOIN (
    SELECT id >> 6 AS bucket
    FROM events
    GROUP BY id >> 6
    HAVING BIT_COUNT(BIT_OR(CAST(1 AS UBIGINT) << CAST(id & 63 AS UBIGINT))) <> COUNT(*)
) b ON b.bucket = e.id >> 6
GROUP BY e.id
HAVING COUNT(*) > 1;
