-- The table's rows with typed cells: what is this engine's own stays in this folder. A table has no order, and so its rows no
-- numbers.
-- *_says: 1 a value, 2 nothing, 3 what is not understood.
SELECT
    CAST(NULL AS INT64) AS export_row,
    id,
    event_type,
    user_id,
    content_word,
    content_id,
    CASE WHEN time_us BETWEEN {first_us} AND {last_us} THEN time_us END AS at_us,
    CASE WHEN id_number IS NULL AND id_is_null THEN 2 ELSE 1 END AS id_says,
    CASE WHEN event_type IS NOT NULL THEN 1 WHEN {nothing:type_bare} THEN 2 ELSE 3 END AS type_says,
    CASE WHEN user_id IS NOT NULL THEN 1 WHEN {nothing:user_bare} THEN 2 ELSE 3 END AS user_says,
    CASE
        WHEN event_type IN ('page_view', 'download') THEN
            CASE WHEN content_word IS NOT NULL THEN 1 WHEN {nothing:content_type_bare} THEN 2 ELSE 3 END
        ELSE 0
    END AS content_type_says,
    CASE WHEN content_id >= 0 THEN 1 WHEN content_id IS NULL THEN 2 ELSE 3 END AS content_id_says,
    -- seconds (4) and milliseconds (5) since 1970 are times where the whole column is written so
    CASE
        WHEN time_us BETWEEN {first_us} AND {last_us} THEN 1
        WHEN time_us IS NOT NULL THEN 3
        WHEN {nothing:time_bare} THEN 2
        WHEN REGEXP_CONTAINS(time_bare, r'^\d{9,10}(\.0+)?$') THEN 4
        WHEN REGEXP_CONTAINS(time_bare, r'^\d{12,13}(\.0+)?$') THEN 5
        ELSE 3
    END AS time_says,
    id_text,
    user_text,
    type_text,
    content_type_text,
    content_id_text,
    time_text
FROM valued_interactions
