-- What a user used; the code reads the columns by their places.
SELECT
    u.place,
    SUM(CASE WHEN u.kind = 1 THEN uses ELSE 0 END) AS nb_contenu,
    SUM(CASE WHEN u.kind = 2 THEN uses ELSE 0 END) AS nb_fiche_outils,
    SUM(CASE WHEN u.kind = 3 THEN uses ELSE 0 END) AS nb_guide_pratique,
    SUM(CASE WHEN c.transition_ecologique THEN uses ELSE 0 END) AS nb_transition_ecologique,
    SUM(CASE WHEN c.sante_mentale THEN uses ELSE 0 END) AS nb_sante_mentale,
    SUM(CASE WHEN c.ecole_inclusive THEN uses ELSE 0 END) AS nb_ecole_inclusive,
    SUM(CASE WHEN c.cps THEN uses ELSE 0 END) AS nb_cps,
    SUM(CASE WHEN c.reussite_tous_eleves THEN uses ELSE 0 END) AS nb_reussite_tous_eleves,
    SUM(uses) AS total_interactions_x,
    -- an event that names no content is a usage event, but no content
    COUNT(u.content_id) AS diversite_contenus
FROM usage u
LEFT JOIN contents c ON c.place = u.content
GROUP BY u.place
