package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lexicon that ships beside the corpus: every label of the taxonomy in French and English words. */
class LexiconTests {

    private static JsonNode read(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream("lexicon/" + name + ".json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> codes(String name) {
        Taxonomy taxonomy = Taxonomy.load();
        return name.equals("themes")
                ? taxonomy.themes().stream().map(Theme::code).toList()
                : taxonomy.defis().stream().map(Defi::code).toList();
    }

    private static Stream<JsonNode> entries() {
        return Stream.of("themes", "defis").flatMap(name -> read(name).valueStream());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLabelOfTheTaxonomyHasOneEntry(String kind) {
        assertThat(read(kind).propertyNames()).containsExactlyInAnyOrderElementsOf(codes(kind));
    }

    private static Stream<String> kinds() {
        return Stream.of("themes", "defis");
    }

    @Test
    void everyEntryDefinesNamesAndContrastsItsLabel() {
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.get("definition").get("fr").stringValue()).isNotBlank();
            assertThat(entry.get("definition").get("en").stringValue()).isNotBlank();
            assertThat(entry.get("phrases").get("fr").size()).isGreaterThanOrEqualTo(35);
            assertThat(entry.get("phrases").get("en").size()).isGreaterThanOrEqualTo(20);
            assertThat(entry.get("titles").get("fr").size()).isGreaterThanOrEqualTo(8);
            assertThat(entry.get("not").get("fr").size()).isGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void noPhraseStandsTwiceUnderOneLabel() {
        assertThat(entries())
                .allSatisfy(entry -> assertThat(
                                entry.get("phrases").get("fr").valueStream().map(JsonNode::stringValue))
                        .doesNotHaveDuplicates());
    }

    @Test
    void titlesWithoutAChallengeAreMany() {
        assertThat(read("none").get("fr").size()).isGreaterThanOrEqualTo(100);
    }
}
