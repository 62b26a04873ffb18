package fr.ecolhuma.etreprof.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words of the school that need more than a stem.
 *
 * @param acronyms what each stands for, by its folded form
 * @param levels the names of each level, folded, of one or two words that are not stop words
 */
record SchoolTerms(Map<String, String> acronyms, Map<String, List<String>> levels) {

    static SchoolTerms load() {
        try (InputStream in = SchoolTerms.class.getResourceAsStream("school_terms.json")) {
            return JsonMapper.shared().readValue(in, SchoolTerms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
