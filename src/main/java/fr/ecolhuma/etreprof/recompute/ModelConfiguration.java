package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.recompute.gates.GateSettings;
import fr.ecolhuma.etreprof.recompute.jobs.JobRecords;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.jobs.LastRunFile;
import fr.ecolhuma.etreprof.recompute.jobs.ScheduleSettings;
import fr.ecolhuma.etreprof.recompute.live.CurrentWatch;
import fr.ecolhuma.etreprof.recompute.live.ErasureService;
import fr.ecolhuma.etreprof.recompute.live.ModelLoader;
import fr.ecolhuma.etreprof.recompute.live.ModelSwitch;
import fr.ecolhuma.etreprof.recompute.live.RetentionSettings;
import fr.ecolhuma.etreprof.recompute.live.SheetSettings;
import fr.ecolhuma.etreprof.recompute.run.ExportCheck;
import fr.ecolhuma.etreprof.recompute.run.RunService;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.recompute.webhook.WebhookSettings;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.DataExports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModels;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the objects that make, keep and serve models, for the service and the command line. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EtreprofSettings.class)
public class ModelConfiguration {

    // one class each: Spring keeps the classes of one annotation in no order, and the code made of it must not vary
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GateSettings.class)
    static class OfGates {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RetentionSettings.class)
    static class OfRetention {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SheetSettings.class)
    static class OfSheets {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ScheduleSettings.class)
    static class OfSchedule {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WebhookSettings.class)
    static class OfWebhook {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Erasures erasures(EtreprofSettings settings) {
        return new Erasures(settings.modelsDir());
    }

    @Bean
    CurrentSnapshot currentSnapshot(Erasures erasures) {
        return new CurrentSnapshot(snapshot -> {
            erasures.refresh();
            return erasures.left(snapshot);
        });
    }

    @Bean
    PastModels pastModels(EtreprofSettings settings, Erasures erasures) {
        return new PastModels(settings.modelsDir(), erasures);
    }

    @Bean
    LiveModels liveModels(PastModels past, ModelHistory history) {
        return new LiveModels(past, history);
    }

    @Bean
    ErasureService erasureService(
            Erasures erasures,
            PastModels past,
            CurrentSnapshot current,
            ModelSwitch live,
            JobRecords records,
            Clock clock) {
        return new ErasureService(erasures, past, current, live, records::leaveOut, clock);
    }

    @Bean
    SnapshotStore snapshotStore(EtreprofSettings settings) {
        return new SnapshotStore(settings.modelsDir(), settings.embedder());
    }

    @Bean
    DataExports dataExports(EtreprofSettings settings, SheetSettings sheets) {
        return new DataExports(settings.dataDir(), sheets.character());
    }

    @Bean
    Pipeline pipeline(
            EtreprofSettings settings,
            @Value("${etreprof.code-version}") String codeVersion,
            Clock clock,
            Erasures erasures) {
        return new Pipeline(settings.pipeline(), codeVersion, clock, erasures::latest);
    }

    @Bean
    ModelHistory modelHistory(EtreprofSettings settings) {
        return new ModelHistory(settings.modelsDir());
    }

    @Bean
    ModelSwitch modelSwitch(
            SnapshotStore store,
            DataExports exports,
            CurrentSnapshot current,
            ModelHistory history,
            RetentionSettings retention,
            Clock clock) {
        return new ModelSwitch(store, exports, current, history, retention, clock);
    }

    @Bean
    RunService runService(
            Pipeline pipeline,
            SnapshotStore store,
            ModelSwitch live,
            CurrentSnapshot current,
            ModelHistory history,
            GateSettings limits,
            EtreprofSettings settings) {
        return new RunService(pipeline, store, live, current, history, limits, settings::isDemo);
    }

    @Bean
    ExportCheck exportCheck(Pipeline pipeline, SnapshotStore store, GateSettings limits, EtreprofSettings settings) {
        return new ExportCheck(pipeline, store, limits, settings::isDemo);
    }

    @Bean
    ModelLoader modelLoader(SnapshotStore store, CurrentSnapshot current, ModelHistory history, Clock clock) {
        return new ModelLoader(store, current, history, clock);
    }

    @Bean
    JobRecords jobRecords(EtreprofSettings settings) {
        return new JobRecords(settings.modelsDir());
    }

    @Bean
    Jobs jobs(
            RunService service,
            EtreprofSettings settings,
            JobRecords records,
            Clock clock,
            ApplicationEventPublisher events) {
        return new Jobs(service, new LastRunFile(settings.modelsDir()), records, clock, events::publishEvent);
    }

    @Bean
    CurrentWatch currentWatch(SnapshotStore store, CurrentSnapshot current, ModelSwitch live) {
        return new CurrentWatch(store, current, live);
    }
}
