package fr.ecolhuma.etreprof.recompute.live;

import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.SettingsCheck;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Loads the service's model while the rest of the service starts; the service is ready when both are done.
 *
 * <p>It does not change the web server, but has the type of beans that may: Spring creates these before the server and
 * most other beans.
 */
@Component
final class StartupLoad implements ApplicationRunner, WebServerFactoryCustomizer<WebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(StartupLoad.class);

    private final FutureTask<Void> loading;

    StartupLoad(ModelLoader loader, ErasureService erasures, EtreprofSettings settings) {
        loading = new FutureTask<>(loader::load, null);
        Thread.ofPlatform().daemon().name("model-load").start(() -> {
            loading.run();
            // the service does not wait for these: nothing that it answers depends on them
            mend(erasures);
            SettingsCheck.problems(settings).forEach(problem -> LOG.warn("a recompute cannot run: {}", problem));
        });
    }

    private static void mend(ErasureService erasures) {
        try {
            erasures.mend();
        } catch (SnapshotException | UncheckedIOException e) {
            LOG.warn(
                    "the files in the data folder may be of another model, and kept runs may name erased users: {}",
                    e.getMessage());
        }
    }

    @Override
    public void customize(WebServerFactory factory) {
        // early creation is its only purpose
    }

    @Override
    public void run(ApplicationArguments arguments) throws ExecutionException, InterruptedException {
        loading.get();
    }
}
