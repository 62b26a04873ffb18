package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped classifier on contents that nothing was learnt from: {@code unseen.jsonl}, written for this test alone. */
class UnseenContentsTests {

    private record Content(String id, @Nullable String theme, List<String> defis, String text) {}

    private record Judged(Content content, @Nullable String answer) {}

    private static List<Judged> judged = List.of();

    @BeforeAll
    static void classifyAll() throws IOException {
        judged = read().stream()
                .map(content -> new Judged(content, answer(content)))
                .toList();
    }

    private static List<Content> read() throws IOException {
        JsonMapper json = new JsonMapper();
        try (InputStream in = UnseenContentsTests.class.getResourceAsStream("unseen.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> json.readValue(line, Content.class))
                    .toList();
        }
    }

    static List<String> contents() throws IOException {
        return read().stream().map(Content::text).toList();
    }

    private static @Nullable String answer(Content content) {
        Defi defi = ShippedClassifier.get().classify(content.text()).defi();
        return defi == null ? null : defi.code();
    }

    @Test
    void answeredDefisReachWhatIsPromised() {
        double sum = 0;
        for (Defi defi : Taxonomy.load().defis()) {
            double answered = count(judged.stream().filter(one -> defi.code().equals(one.answer())));
            double right = count(judged.stream()
                    .filter(one -> defi.code().equals(one.answer()))
                    .filter(one -> one.content().defis().contains(defi.code())));
            double missed = count(judged.stream()
                    .filter(one -> one.content().defis().contains(defi.code()))
                    .filter(one ->
                            one.answer() == null || !one.content().defis().contains(one.answer())));
            sum += 2 * right / (answered + right + missed);
        }

        assertThat(sum / Taxonomy.load().defis().size()).isGreaterThan(0.8);
    }

    @Test
    void fewContentsWithoutDefiAreGivenOne() {
        List<Judged> without =
                judged.stream().filter(one -> one.content().defis().isEmpty()).toList();

        assertThat(without).hasSizeGreaterThan(30);
        assertThat(without).filteredOn(one -> one.answer() != null).hasSizeLessThan(without.size() / 6);
    }

    private static double count(Stream<Judged> some) {
        return some.count();
    }
}
