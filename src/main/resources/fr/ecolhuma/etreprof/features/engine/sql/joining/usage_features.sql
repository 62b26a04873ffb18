-- What a user used; the code reads the columns by their places, integers being the fastest.
SELECT
    u.place,
    CAST(SUM(CASE WHEN u.kind = 1 THEN uses ELSE 0 END) AS INTEGER) AS nb_contenu,
    CAST(SUM(CASE WHEN u.kind = 2 THEN uses ELSE 0 END) AS INTEGER) AS nb_fiche_outils,
    CAST(SUM(CASE WHEN u.kind = 3 THEN uses ELSE 0 END) AS INTEGER) AS nb_guide_pratique,
    CAST(SUM(CASE WHEN c.transition_ecologique THEN uses ELSE 0 END) AS INTEGER) AS nb_transition_ecologique,
    CAST(SUM(CASE WHEN c.sante_mentale THEN uses ELSE 0 END) AS INTEGER) AS nb_sante_mentale,
    CAST(SUM(CASE WHEN c.ecole_inclusive THEN uses ELSE 0 END) AS INTEGER) AS nb_ecole_inclusive,
    CAST(SUM(CASE WHEN c.cps THEN uses ELSE 0 END) AS INTEGER) AS nb_cps,
    CAST(SUM(CASE WHEN c.reussite_tous_eleves THEN uses ELSE 0 END) AS INTEGER) AS nb_reussite_tous_eleves,
    CAST(SUM(uses) AS INTEGER) AS total_interactions_x,
    -- an event that names no content is a usage event, but no content
    CAST(COUNT(u.content_id) AS INTEGER) AS diversite_contenus
FROM usage u
LEFT JOIN contents c ON c.place = u.content
GROUP BY u.place
