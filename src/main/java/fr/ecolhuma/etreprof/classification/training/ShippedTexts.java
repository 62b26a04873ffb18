package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.text.ShippedJson;
import fr.ecolhuma.etreprof.corpus.Corpus;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/** The labelled contents shipped with the service: the corpus, and some short contents for each theme. */
final class ShippedTexts {

    /** A short content as it is in its file; the file's name is the theme. */
    record ShortText(String title, String text, List<String> defis) {}

    private ShippedTexts() {}

    /** All shipped contents, in a fixed order. */
    static List<LabelledContent> load() {
        Stream<LabelledContent> corpus = Corpus.load().stream()
                .map(text -> new LabelledContent(
                        text.theme() + "/" + text.slug(), text.title(), text.markdown(), text.theme(), text.defis()));
        Stream<LabelledContent> shorts =
                Taxonomy.load().themes().stream().map(Theme::code).sorted().flatMap(ShippedTexts::shorts);
        return Stream.concat(corpus, shorts).toList();
    }

    /** Texts that are not about school: recipes, notices, news, contracts, code. */
    static List<String> otherWorlds() {
        return ShippedJson.read(ShippedTexts.class, "other_worlds.json", new TypeReference<List<String>>() {});
    }

    private static Stream<LabelledContent> shorts(String theme) {
        List<ShortText> texts = ShippedJson.read(
                ShippedTexts.class, "texts/" + theme + ".json", new TypeReference<List<ShortText>>() {});
        return IntStream.range(0, texts.size()).mapToObj(i -> {
            ShortText one = texts.get(i);
            return new LabelledContent(theme + "#" + i, one.title(), one.text(), theme, one.defis());
        });
    }
}
