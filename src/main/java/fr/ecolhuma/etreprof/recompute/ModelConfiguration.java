package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.snapshot.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.DataExports;
import fr.ecolhuma.etreprof.snapshot.SnapshotStore;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the model's life together; the service and the command line use the same. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EtreprofSettings.class)
public class ModelConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CurrentSnapshot currentSnapshot() {
        return new CurrentSnapshot();
    }

    @Bean
    SnapshotStore snapshotStore(EtreprofSettings settings) {
        return new SnapshotStore(settings.modelsDir());
    }

    @Bean
    DataExports dataExports(EtreprofSettings settings) {
        return new DataExports(settings.dataDir());
    }

    @Bean
    Pipeline pipeline(EtreprofSettings settings, @Value("${etreprof.code-version}") String codeVersion, Clock clock) {
        return new Pipeline(settings.pipeline(), codeVersion, clock);
    }

    @Bean
    RecomputeService recomputeService(
            Pipeline pipeline, SnapshotStore store, DataExports exports, CurrentSnapshot current) {
        return new RecomputeService(pipeline, store, exports, current);
    }

    @Bean
    ModelLoader modelLoader(SnapshotStore store, CurrentSnapshot current) {
        return new ModelLoader(store, current);
    }
}
