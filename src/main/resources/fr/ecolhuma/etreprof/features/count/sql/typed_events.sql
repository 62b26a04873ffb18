-- Every readable row of the export, small.
-- kind: 0 shadow of an opened mail (no event) · usage: 1 Contenu, 2 fiche-outils, 3 guide-pratique ·
--       4 vote · 5 comment · 6 opened mail · 7 clicked mail · 8 any other event
-- at_us: microseconds since 1970, null when unreadable
CREATE OR REPLACE VIEW typed_events AS
SELECT
    row_number,
    id,
    user_id,
    CAST(CASE type
        WHEN 'session' THEN CASE WHEN content_type = 'opened_mail' THEN 0 ELSE 8 END
        WHEN 'opened_mail' THEN 6
        WHEN 'click_mail' THEN 7
        WHEN 'page_view' THEN CASE WHEN content_type = 'contenu' THEN 1 ELSE 8 END
        WHEN 'download' THEN CASE content_type WHEN 'fiche-outils' THEN 2 WHEN 'guide-pratique' THEN 3 ELSE 8 END
        WHEN 'contenu_vote' THEN 4
        WHEN 'comment_posted' THEN 5
        ELSE 8
    END AS TINYINT) AS kind,
    content_id,
    at_us
FROM typed_interactions;
