-- The type before all others, since it decides which of them are asked.
SELECT
    b.*,
    CASE {stem:type_bare} {event_stems} END AS event_type,
    {id:id_bare} AS id_number,
    {nothing:id_bare} AS id_is_null
FROM bare_interactions b
