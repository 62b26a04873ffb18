package fr.ecolhuma.etreprof.api.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class VersionedBodiesTests {

    private static final Snapshot ONE = Snapshot.of("20250710-000000000001", TestData.model());
    private static final Snapshot TWO = Snapshot.of("20250710-000000000002", TestData.model());

    private final VersionedBodies bodies = new VersionedBodies(JsonMapper.shared());
    private final AtomicInteger made = new AtomicInteger();

    private ResponseEntity<byte[]> ask(Snapshot snapshot, String key) {
        return bodies.answer(snapshot, key, () -> {
            made.incrementAndGet();
            return Map.of(key, snapshot.version());
        });
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(answer.getBody(), StandardCharsets.UTF_8);
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
        assertThat(ask(ONE, "a").getHeaders().getETag())
                .isNotEqualTo(ask(ONE, "b").getHeaders().getETag());
        assertThat(made).hasValue(2);
    }

    @Test
    void anotherVersionHasOtherBodiesEvenWhenTheOldOneComesBack() {
        String tag = ask(ONE, "a").getHeaders().getETag();
        assertThat(text(ask(TWO, "a"))).contains(TWO.version());
        assertThat(ask(TWO, "a").getHeaders().getETag()).isNotEqualTo(tag);
        assertThat(text(ask(ONE, "a"))).contains(ONE.version());
        assertThat(ask(ONE, "a").getHeaders().getETag()).isEqualTo(tag);
    }

    @Test
    void theTagNamesTheBodyAlone() {
        String tag = bodies.answer(Map.of("a", 1)).getHeaders().getETag();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(bodies.answer(Map.of("a", 1)).getHeaders().getETag()).isEqualTo(tag);
        assertThat(bodies.answer(Map.of("a", 2)).getHeaders().getETag()).isNotEqualTo(tag);
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
