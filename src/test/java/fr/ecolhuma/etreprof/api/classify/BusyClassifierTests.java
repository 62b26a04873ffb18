package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.DemoService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** As many texts are classified at once as there are cores; who asks then waits briefly and is told to come back. */
class BusyClassifierTests extends DemoService {

    private static final String PATH = "/classify?content=Apprendre%20les%20fractions%20au%20CM1";

    private final ApplicationContext context;

    BusyClassifierTests(@Autowired ApplicationContext context) {
        this.context = context;
    }

    @Test
    void whoComesWhenEveryCoreIsAtWorkIsToldWhenToComeBack() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        HeldTurns.during(
                context,
                cores - 1,
                () -> assertThat(calls().send("POST", PATH).status()).isEqualTo(200));
        HeldTurns.during(context, cores, () -> {
            Answer busy = calls().send("POST", PATH);
            Calls.problem(busy, 503);
            assertThat(busy.header("retry-after")).isEqualTo("5");
            assertThat(calls().get("/clusters").status()).isEqualTo(200);
        });
        assertThat(calls().send("POST", PATH).status()).isEqualTo(200);
    }
}
