package fr.ecolhuma.etreprof.api.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VersionedBodiesTests {

    private static final Snapshot ONE = Snapshot.of("20250710-000000000001", TestData.model());
    private static final Snapshot TWO = Snapshot.of("20250710-000000000002", TestData.model());

    private final VersionedBodies bodies = new VersionedBodies(JsonMapper.shared());
    private final AtomicInteger made = new AtomicInteger();

    private PreparedBody ask(Snapshot snapshot, String key) {
        return bodies.answer(snapshot, key, () -> {
            made.incrementAndGet();
            return Map.of(key, snapshot.version());
        });
    }

    private static String text(PreparedBody answer) {
        return new String(answer.shared().getBody(), StandardCharsets.UTF_8);
    }

    private static String tag(PreparedBody answer) {
        return answer.shared().getHeaders().getETag();
    }

    @Test
    void aBodyIsMadeOnceAVersion() {
        assertThat(text(ask(ONE, "a"))).isEqualTo("{\"a\":\"20250710-000000000001\"}");
        assertThat(ask(ONE, "a")).isSameAs(ask(ONE, "a"));
        assertThat(made).hasValue(1);
    }

    @Test
    void everyKeyHasItsOwnBody() {
        assertThat(text(ask(ONE, "a"))).isNotEqualTo(text(ask(ONE, "b")));
        assertThat(tag(ask(ONE, "a"))).isNotEqualTo(tag(ask(ONE, "b")));
        assertThat(made).hasValue(2);
    }

    @Test
    void anotherVersionHasOtherBodiesEvenWhenTheOldOneComesBack() {
        String tag = tag(ask(ONE, "a"));
        assertThat(text(ask(TWO, "a"))).contains(TWO.version());
        assertThat(tag(ask(TWO, "a"))).isNotEqualTo(tag);
        assertThat(text(ask(ONE, "a"))).contains(ONE.version());
        assertThat(tag(ask(ONE, "a"))).isEqualTo(tag);
    }

    @Test
    void theTagNamesTheBodyAlone() {
        String tag = tag(bodies.answer(Map.of("a", 1)));
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(tag(bodies.answer(Map.of("a", 1)))).isEqualTo(tag);
        assertThat(tag(bodies.answer(Map.of("a", 2)))).isNotEqualTo(tag);
    }

    @Test
    void aBodyThatCouldNotBeMadeIsMadeAtTheNextRequest() {
        assertThatThrownBy(() -> bodies.answer(ONE, "a", () -> {
                    throw new IllegalStateException("the first time");
                }))
                .hasMessage("the first time");
        assertThat(text(ask(ONE, "a"))).isEqualTo("{\"a\":\"20250710-000000000001\"}");
    }
}
