-- The export's rows with typed cells: what is this engine's own stays in this folder.
-- Each cell is first looked at for the usual way to write it; the macros of cells.sql read the others.

-- The type before all others, since it decides which of them are asked. A chain of words takes less time than a list of
-- them, which becomes a join that every other cell passes through.
CREATE OR REPLACE VIEW named_interactions AS
SELECT
    *,
    CASE type {event_types} ELSE CASE cell_stem(type) {event_stems} END END AS event_type
FROM raw_interactions;

-- A value is null for a cell that says nothing and for one that is not understood.
CREATE OR REPLACE VIEW valued_interactions AS
SELECT
    export_row,
    id,
    id_text,
    event_type,
    type AS type_text,
    CASE WHEN usual_id(user_id) = user_id THEN TRY_CAST(user_id AS BIGINT) ELSE cell_id(user_id) END AS user_id,
    user_id AS user_text,
    CASE
        WHEN event_type IN ('page_view', 'download', 'session') THEN CASE content_type
            WHEN 'opened_mail' THEN 'opened_mail'
            WHEN 'Contenu' THEN 'article'
            WHEN 'fiche-outils' THEN 'fiche_outils'
            WHEN 'guide-pratique' THEN 'guide_pratique'
            WHEN 'contenu' THEN 'article'
            {places}
            ELSE CASE cell_stem(content_type) {content_stems} END
        END
    END AS content_word,
    content_type AS content_type_text,
    -- other events have long texts here
    -- a text that is no number still names one content: a negative key of its own
    CASE
        WHEN event_type IN ('page_view', 'download') THEN CASE
            WHEN usual_id(content_id) = content_id THEN TRY_CAST(content_id AS BIGINT)
            WHEN NOT cell_is_null(content_id) THEN cell_content(content_id)
        END
    END AS content_id,
    content_id AS content_id_text,
    {time} AS time_us,
    created_at AS time_text
FROM named_interactions;

-- *_says: 1 a value, 2 nothing, 3 what is not understood.
CREATE OR REPLACE VIEW read_interactions AS
SELECT
    export_row,
    id,
    event_type,
    user_id,
    content_word,
    content_id,
    CASE WHEN time_us BETWEEN {first_us} AND {last_us} THEN time_us END AS at_us,
    CASE WHEN id >= 0 THEN 1 WHEN cell_is_null(id_text) THEN 2 ELSE 1 END AS id_says,
    CASE WHEN event_type IS NOT NULL THEN 1 WHEN cell_is_null(type_text) THEN 2 ELSE 3 END AS type_says,
    CASE WHEN user_id IS NOT NULL THEN 1 WHEN cell_is_null(user_text) THEN 2 ELSE 3 END AS user_says,
    CASE
        WHEN event_type IN ('page_view', 'download') THEN
            CASE WHEN content_word IS NOT NULL THEN 1 WHEN cell_is_null(content_type_text) THEN 2 ELSE 3 END
        ELSE 0
    END AS content_type_says,
    CASE WHEN content_id >= 0 THEN 1 WHEN content_id IS NULL THEN 2 ELSE 3 END AS content_id_says,
    -- seconds (4) and milliseconds (5) since 1970 are times where the whole column is written so
    CASE
        WHEN time_us BETWEEN {first_us} AND {last_us} THEN 1
        WHEN time_us IS NOT NULL THEN 3
        WHEN cell_is_null(time_text) THEN 2
        WHEN REGEXP_FULL_MATCH(cell_text(time_text), '\d{9,10}(\.0+)?') THEN 4
        WHEN REGEXP_FULL_MATCH(cell_text(time_text), '\d{12,13}(\.0+)?') THEN 5
        ELSE 3
    END AS time_says,
    id_text,
    user_text,
    type_text,
    content_type_text,
    content_id_text,
    time_text
FROM valued_interactions;
