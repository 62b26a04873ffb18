-- A value is null for a cell that says nothing and for one that is not understood.
-- A row without an id is known by a negative one, the same for rows that repeat every column. A text that is no number still
-- names one thing: a negative key of its own; that of an event stays in this engine, that of a content is the same in every
-- engine: the first 15 digits of MD5.
SELECT
    n.*,
    CASE
        WHEN id_number IS NOT NULL THEN id_number
        WHEN id_is_null THEN -1 - (FARM_FINGERPRINT(row_text) >> 1)
        ELSE -1 - (FARM_FINGERPRINT({key:id_bare}) >> 1)
    END AS id,
    {id:user_bare} AS user_id,
    CASE
        WHEN event_type IN ('page_view', 'download', 'session') THEN CASE {stem:content_type_bare} {content_stems} END
    END AS content_word,
    -- other events have long texts here
    CASE
        WHEN event_type IN ('page_view', 'download') AND NOT {nothing:content_id_bare} THEN COALESCE(
            {id:content_id_bare},
            -1 - CAST(CONCAT('0x', SUBSTR(TO_HEX(MD5({key:content_id_bare})), 1, 15)) AS INT64)
        )
    END AS content_id,
    {time} AS time_us
FROM named_interactions n
