-- The texts as every reading of a cell begins: no blanks around them, in NFC.
SELECT
    r.*,
    {bare:id_text} AS id_bare,
    {bare:user_text} AS user_bare,
    {bare:type_text} AS type_bare,
    {bare:content_type_text} AS content_type_bare,
    {bare:content_id_text} AS content_id_bare,
    {bare:time_text} AS time_bare
FROM raw_interactions r
