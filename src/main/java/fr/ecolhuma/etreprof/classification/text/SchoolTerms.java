package fr.ecolhuma.etreprof.classification.text;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * Words of the school for which a stem is not enough.
 *
 * @param acronyms the long form of each, by its folded form
 * @param otherwise words after which an acronym has another meaning, folded, by its folded form
 * @param levels the names of each level, folded, of one or two words that are not stop words
 * @param everywhere words of nearly every text about school
 */
public record SchoolTerms(
        Map<String, String> acronyms,
        Map<String, List<String>> otherwise,
        Map<String, List<String>> levels,
        List<String> everywhere) {

    public static SchoolTerms load() {
        return ShippedJson.read(SchoolTerms.class, "school_terms.json", new TypeReference<SchoolTerms>() {});
    }
}
