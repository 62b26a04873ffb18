-- The typed rows of the export as the shared queries expect them. Nobody looks a row up again here: rows have neither numbers
-- nor texts.
SELECT
    CAST(NULL AS BIGINT) AS export_row,
    id,
    event_type,
    user_id,
    content_word,
    content_id,
    at_us,
    id_says,
    type_says,
    user_says,
    content_type_says,
    content_id_says,
    time_says,
    CAST(NULL AS STRING) AS user_text,
    CAST(NULL AS STRING) AS type_text,
    CAST(NULL AS STRING) AS content_type_text,
    CAST(NULL AS STRING) AS content_id_text,
    CAST(NULL AS STRING) AS time_text
FROM typed_rows
WHERE NOT unsplit
