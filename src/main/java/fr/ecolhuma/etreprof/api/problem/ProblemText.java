package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a kind of problem in both languages. */
record ProblemText(Words en, Words fr) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /**
     * The texts in one language.
     *
     * @param means what the problem is
     * @param remedy what to do about it
     * @param details sentences with places for values, the first of which that has all its values is the answer's detail
     */
    record Words(
            String title,
            String means,
            String remedy,
            @Nullable List<String> details) {

        /** The detail of an answer: a sentence with the values, or else the general one. */
        String detail(Map<String, Object> values) {
            return sentences().stream()
                    .filter(sentence -> values.keySet().containsAll(places(sentence)))
                    .findFirst()
                    .map(sentence -> filled(sentence, values))
                    .orElseGet(() -> means + " " + remedy);
        }

        List<String> sentences() {
            return details == null ? List.of() : details;
        }

        static List<String> places(String sentence) {
            return PLACE.matcher(sentence)
                    .results()
                    .map(place -> place.group(1))
                    .toList();
        }

        private static String filled(String sentence, Map<String, Object> values) {
            return PLACE.matcher(sentence)
                    .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(values.get(place.group(1)))));
        }
    }

    /** Read with the first problem in French or the first page, since an answer in English needs no text. */
    private static final class Shipped {

        private static final Map<String, ProblemText> BY_CODE = JsonMapper.shared()
                .convertValue(
                        new Yaml(new SafeConstructor(new LoaderOptions()))
                                .load(ShippedFile.text(ProblemText.class, "problems.yaml")),
                        new TypeReference<>() {});
    }

    static ProblemText of(ProblemKind kind) {
        return Objects.requireNonNull(Shipped.BY_CODE.get(kind.code()));
    }

    /** All that are shipped, by code. */
    static Map<String, ProblemText> all() {
        return Shipped.BY_CODE;
    }

    Words in(AnswerLanguage language) {
        return language == AnswerLanguage.FRENCH ? fr : en;
    }
}
