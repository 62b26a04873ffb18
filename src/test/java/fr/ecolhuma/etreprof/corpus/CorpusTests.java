package fr.ecolhuma.etreprof.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorpusTests {

    private static final Path FOLDER = Path.of("src/main/resources/corpus");
    private static final String TAXONOMY = "/fr/ecolhuma/etreprof/domain/taxonomy.json";

    @Test
    void indexNamesExactlyTheFilesOfTheFolder() throws IOException {
        List<String> files = files();
        List<String> index = Files.readAllLines(FOLDER.resolve("index.txt"));
        List<String> missing = new ArrayList<>(files);
        missing.removeAll(index);
        List<String> gone = new ArrayList<>(index);
        gone.removeAll(files);

        assertThat(index)
                .as("index.txt%nlines to add: %s%nlines to remove: %s", missing, gone)
                .isEqualTo(files);
    }

    @Test
    void everyFileIsReadInTheOrderOfTheIndex() {
        assertThat(Corpus.load())
                .extracting(text -> text.theme() + "/" + text.slug() + ".md")
                .isEqualTo(Corpus.index());
    }

    @Test
    void themesAndDefisAreThoseOfTheTaxonomy() throws IOException {
        JsonNode taxonomy = taxonomy();

        assertThat(Corpus.load()).extracting(CorpusText::theme).hasSameElementsAs(codes(taxonomy, "themes"));
        assertThat(Corpus.load()).flatExtracting(CorpusText::defis).hasSameElementsAs(codes(taxonomy, "defis"));
    }

    @Test
    void everyThemeHasAtLeastSixTexts() throws IOException {
        Map<String, Long> sizes = counts(text -> Stream.of(text.theme()));

        assertThat(codes(taxonomy(), "themes"))
                .allSatisfy(theme ->
                        assertThat(sizes.getOrDefault(theme, 0L)).as(theme).isGreaterThanOrEqualTo(6));
    }

    @Test
    void everyDefiHasTwentyFiveTextsAndSixtyHaveNone() throws IOException {
        Map<String, Long> sizes = counts(text -> text.defis().stream());

        assertThat(codes(taxonomy(), "defis"))
                .allSatisfy(defi ->
                        assertThat(sizes.getOrDefault(defi, 0L)).as(defi).isGreaterThanOrEqualTo(25));
        assertThat(Corpus.load()).filteredOn(text -> text.defis().isEmpty()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void noTitleOrTextIsThereTwice() {
        assertThat(Corpus.load()).extracting(CorpusText::title).doesNotHaveDuplicates();
        assertThat(Corpus.load())
                .extracting(CorpusText::markdown)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.length() > 300);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Long> counts(Function<CorpusText, Stream<String>> keys) {
        return Corpus.load().stream().flatMap(keys).collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private static JsonNode taxonomy() throws IOException {
        try (InputStream in = CorpusTests.class.getResourceAsStream(TAXONOMY)) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private static List<String> codes(JsonNode taxonomy, String kind) {
        List<String> codes = new ArrayList<>();
        taxonomy.get(kind).forEach(node -> codes.add(node.get("code").asString()));
        return codes;
    }
}
