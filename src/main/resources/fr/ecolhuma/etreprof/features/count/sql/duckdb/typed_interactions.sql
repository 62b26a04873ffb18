-- The export's rows with typed columns: what is this engine's own stays in this folder.
-- raw_interactions has every other column as a text; unreadable numbers and dates become null.
CREATE OR REPLACE VIEW typed_interactions AS
SELECT
    row_number,
    id,
    CASE
        WHEN CONTAINS(user_id, '.') AND NOT REGEXP_FULL_MATCH(user_id, '\d+\.0+') THEN NULL
        ELSE TRY_CAST(user_id AS BIGINT)
    END AS user_id,
    LOWER(type) AS type,
    LOWER(content_type) AS content_type,
    -- asked only of events that use a content: the others have long texts
    -- a text that is no number still names one content: a negative key of its own
    CASE
        WHEN LOWER(type) NOT IN ('page_view', 'download') THEN NULL
        WHEN content_id IS NULL OR LOWER(content_id) IN ('', 'null') THEN NULL
        WHEN CONTAINS(content_id, '.') AND NOT REGEXP_FULL_MATCH(content_id, '\d+\.0+')
            THEN -1 - CAST(HASH(content_id) >> 1 AS BIGINT)
        ELSE COALESCE(TRY_CAST(content_id AS BIGINT), -1 - CAST(HASH(content_id) >> 1 AS BIGINT))
    END AS content_id,
    -- the years that people write, so that no difference of two instants overflows
    CASE
        WHEN TRY_CAST(created_at AS TIMESTAMP) BETWEEN TIMESTAMP '0001-01-01 00:00:00' AND TIMESTAMP '9999-12-31 23:59:59'
            THEN EPOCH_US(TRY_CAST(created_at AS TIMESTAMP))
    END AS at_us
FROM raw_interactions;
