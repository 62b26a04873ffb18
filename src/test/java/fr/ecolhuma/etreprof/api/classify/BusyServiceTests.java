package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.DemoService;
import fr.ecolhuma.etreprof.api.heavy.HeldPlaces;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** While every place for heavy work is taken, everything else is answered, and heavy calls are refused in time. */
class BusyServiceTests extends DemoService {

    private static final String PATH = "/classify?content=Apprendre%20les%20fractions%20au%20CM1";
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final ApplicationContext context;

    BusyServiceTests(@Autowired ApplicationContext context) {
        this.context = context;
    }

    private List<Supplier<Answer>> heavyCalls() {
        byte[] docx = TestDocuments.docx("Apprendre les fractions au CM1");
        return List.of(
                () -> calls().send("POST", PATH),
                () -> calls().post("/classify", "text/plain", "Apprendre les fractions ".repeat(40_000)),
                () -> calls().upload("/classify", "file", "a.docx", "", docx),
                () -> calls().post("/clusters/assign", "application/json", "[" + "{},".repeat(9_000) + "{}]"));
    }

    @Test
    void cheapCallsAreAnsweredAndHeavyOnesRefusedInTime() throws Exception {
        HeldPlaces.during(context, CORES, () -> {
            List<Answer> refused =
                    heavyCalls().parallelStream().map(Supplier::get).toList();
            assertThat(refused).hasSize(4).allSatisfy(busy -> {
                assertThat(Calls.problem(busy, 503).get("code").stringValue()).isEqualTo("busy");
                assertThat(busy.header("retry-after")).isEqualTo("5");
            });
            assertThat(Stream.of("/livez", "/readyz", "/clusters", "/user/1/profile", "/recommend/1")
                            .map(path -> calls().get(path).status()))
                    .containsExactly(200, 200, 200, 200, 200);
        });
        assertThat(calls().send("POST", PATH).status()).isEqualTo(200);
    }

    @Test
    void aCallIsAnsweredWhileOnePlaceIsFree() throws Exception {
        HeldPlaces.during(
                context,
                CORES - 1,
                () -> assertThat(calls().send("POST", PATH).status()).isEqualTo(200));
    }
}
