-- Every row of the export, small. read_interactions is the adapter's view of the rows with typed cells; export_row, a row's
-- number from 1, and the texts may be null where nobody looks rows up again.
-- kind: 0 shadow of an opened mail (no event) · usage: 1 Contenu, 2 fiche-outils, 3 guide-pratique ·
--       4 vote · 5 comment · 6 opened mail · 7 clicked mail · 8 any other event
-- at_us: microseconds since 1970, null when unreadable
-- cells: what each cell says, three bits each from the lowest: id, user_id, type, content_type, content_id, created_at.
--        0 is for a cell that nobody asks of such an event.
SELECT
    export_row,
    id,
    user_id,
    kind,
    CASE WHEN kind IN (1, 2, 3) THEN content_id END AS content_id,
    at_us,
    id_says
        + 8 * user_says
        + 64 * type_says
        + 512 * content_type_says
        + CASE WHEN kind IN (1, 2, 3) THEN 4096 * content_id_says ELSE 0 END
        + 32768 * time_says AS cells,
    user_text,
    type_text,
    content_type_text,
    content_id_text,
    time_text
FROM (
    SELECT
        r.*,
        CAST(CASE event_type
            WHEN 'session' THEN CASE WHEN content_word = 'opened_mail' THEN 0 ELSE 8 END
            WHEN 'opened_mail' THEN 6
            WHEN 'click_mail' THEN 7
            WHEN 'page_view' THEN CASE WHEN content_word = 'article' THEN 1 ELSE 8 END
            WHEN 'download' THEN CASE content_word WHEN 'fiche_outils' THEN 2 WHEN 'guide_pratique' THEN 3 ELSE 8 END
            WHEN 'contenu_vote' THEN 4
            WHEN 'comment_posted' THEN 5
            ELSE 8
        END AS TINYINT) AS kind
    FROM read_interactions r
) kinds
