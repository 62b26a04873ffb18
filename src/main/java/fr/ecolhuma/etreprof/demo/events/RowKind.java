package fr.ecolhuma.etreprof.demo.events;

/** The kinds of event rows; when a plan must shrink, rows of the first kinds are dropped first. */
enum RowKind {
    MISC,
    CLICK,
    SHADOW,
    OPEN,
    OTHER_DOWNLOAD,
    ARTICLE,
    GUIDE,
    FICHE
}
