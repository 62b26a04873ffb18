-- The events' table, every cell a text; a time is written in UTC.
SELECT
    {id} AS id_text,
    {user_id} AS user_text,
    {type} AS type_text,
    {content_type} AS content_type_text,
    {content_id} AS content_id_text,
    {created_at} AS time_text,
    TO_JSON_STRING(t) AS row_text
FROM {table}
