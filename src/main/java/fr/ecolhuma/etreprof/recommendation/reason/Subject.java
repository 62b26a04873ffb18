package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.domain.CatalogueItem;

/** The subject of every sentence: the content, and its défi. */
final class Subject {

    static final String CONTENT = "Ce contenu";

    private Subject() {}

    /** The same sentence with the first défi of the content named. */
    static String withDefi(String sentence, CatalogueItem item, DefiLabels labels) {
        return "%s du défi prioritaire «\u00a0%s\u00a0»%s"
                .formatted(CONTENT, labels.labelOf(item.defis().getFirst()), sentence.substring(CONTENT.length()));
    }
}
