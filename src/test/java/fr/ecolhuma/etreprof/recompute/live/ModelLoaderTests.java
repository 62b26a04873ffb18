package fr.ecolhuma.etreprof.recompute.live;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ModelLoaderTests {

    @TempDir
    Path models;

    private final CurrentSnapshot current = new CurrentSnapshot();
    private SnapshotStore store;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ModelLoader.class);

    @BeforeEach
    void makeStore() {
        store = new SnapshotStore(models);
        logger.setLevel(Level.INFO);
        logger.addAppender(logged);
        logged.start();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    private void assertLogged(String message) {
        assertThat(logged.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage, as(InstanceOfAssertFactories.STRING))
                .contains(message);
    }

    private void load() {
        new ModelLoader(store, current, new ModelHistory(models), Clock.systemUTC()).load();
    }

    private Optional<ContentClassifier> classifier() {
        return new ModelLoader(store, current, new ModelHistory(models), Clock.systemUTC()).classifier();
    }

    @Test
    void theClassifierIsThatOfTheCurrentVersionAloneIfItIsSound() throws IOException {
        assertThat(classifier()).isEmpty();
        String version = store.save(TestData.model());
        store.makeCurrent(version);

        assertThat(classifier().orElseThrow().card())
                .isEqualTo(TestData.model().classifier().orElseThrow().card());
        assertThat(current.get()).as("the rest").isEmpty();

        store.makeCurrent("20240101-0123456789ab");
        assertThat(classifier())
                .as("of the version served in place of a lost one")
                .isPresent();
        assertThat(current.get().orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void theCurrentVersionIsServed() {
        String version = store.save(TestData.model());
        store.makeCurrent(version);
        load();
        assertThat(current.get()).map(Snapshot::version).hasValue(version);
        assertLogged("serving model " + version + " with 60 users and 20 contents");
    }

    @Test
    void withoutAModelNothingIsServed() {
        load();
        assertThat(current.get()).isEmpty();
        assertLogged("no model yet; recompute to make one");
    }

    @Test
    void aBrokenVersionIsNotServedAndTheReasonIsLogged() throws IOException {
        String version = store.save(TestData.model());
        store.makeCurrent(version);
        Files.writeString(models.resolve(version).resolve("users.csv"), "broken");
        load();
        assertThat(current.get()).isEmpty();
        assertLogged("the current model version is not served: manifest.json: found users.csv");
    }

    @Test
    void aCurrentThatNamesNothingIsNotServed() throws IOException {
        Files.writeString(models.resolve("CURRENT"), "../../etc");
        load();
        assertThat(current.get()).isEmpty();
        assertLogged("not served: found no model version '../../etc'");
    }

    @Test
    void aBrokenVersionDoesNotReplaceWhatIsServed() throws IOException {
        current.publish(TestData.snapshot());
        Files.createDirectories(models.resolve("CURRENT"));
        load();
        assertThat(current.get()).containsSame(TestData.snapshot());
    }

    private String saved(String name) {
        return store.save(TestModels.of(name));
    }

    private void damage(String version) throws IOException {
        Files.writeString(models.resolve(version).resolve("users.csv"), "broken");
    }

    private static ModelHistory.Entry entry(String version) {
        return entry(version, 0);
    }

    private static ModelHistory.Entry entry(String version, long second) {
        return new ModelHistory.Entry(
                Instant.EPOCH.plusSeconds(second),
                version,
                null,
                ModelHistory.Action.PUBLISHED,
                "test",
                false,
                null,
                "exports",
                null);
    }

    @Test
    void insteadOfABrokenVersionTheSoundOneLiveLastIsServed() throws IOException {
        ModelHistory history = new ModelHistory(models);
        String older = saved("older");
        String last = saved("last");
        String broken = saved("broken");
        String named = saved("named");
        saved("a candidate");
        for (String version : List.of(older, last, broken, named)) {
            history.append(entry(version));
        }
        store.makeCurrent(named);
        damage(named);
        damage(broken);
        load();
        assertThat(current.get()).map(Snapshot::version).hasValue(last);
        ModelHistory.Entry told = history.entries().getLast();
        assertThat(told.version()).isEqualTo(last);
        assertThat(told.action()).isEqualTo(ModelHistory.Action.RECOVERED);
        assertThat(told.exports()).isEqualTo("exports");
        assertThat(told.note()).startsWith("manifest.json: found users.csv with SHA-256");
        load();
        new ModelLoader(store, new CurrentSnapshot(), history, Clock.systemUTC()).load();
        assertThat(history.entries()).as("told once").hasSize(5);
    }

    @Test
    void withoutAHistoryTheNewestSoundVersionIsServedAndTheLogSaysSo() throws IOException {
        String sound = saved("sound");
        String named = saved("named");
        store.makeCurrent(named);
        damage(named);
        Files.createDirectories(models.resolve("history.jsonl/full"));
        Logger ofHistory = (Logger) LoggerFactory.getLogger(ModelHistory.class);
        ofHistory.setLevel(Level.WARN);
        ofHistory.addAppender(logged);
        load();
        ofHistory.detachAppender(logged);
        ofHistory.setLevel(null);
        assertThat(current.get()).map(Snapshot::version).hasValue(sound);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("history.jsonl: found a folder, expected a file; remove the folder, or restore the file");
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.startsWith("serving model " + sound));
    }

    @Test
    void withoutCurrentTheVersionLiveLastIsServedAndNoCandidate() throws IOException {
        ModelHistory history = new ModelHistory(models);
        String older = saved("older");
        String last = saved("last");
        saved("a candidate");
        load();
        assertThat(current.get()).as("none was live").isEmpty();
        history.append(entry(last, 1));
        history.append(entry(older, 2));
        history.append(entry(last, 3));
        assertThat(classifier()).isPresent();
        current.publish(TestData.snapshot());
        CurrentSnapshot served = new CurrentSnapshot();
        new ModelLoader(store, served, history, Clock.systemUTC()).load();
        assertThat(served.get()).map(Snapshot::version).hasValue(last);
        assertThat(history.entries()).hasSize(4);
        assertThat(history.entries().getLast().note()).isEqualTo("CURRENT is missing");
        assertThat(models.resolve("CURRENT")).doesNotExist();
    }

    @Test
    void bytesThatAreNoTextSpoilOneLineOfTheHistory() throws IOException {
        ModelHistory history = new ModelHistory(models);
        String first = saved("first");
        history.append(entry(first));
        Files.write(models.resolve("history.jsonl"), new byte[] {(byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
        String second = saved("second");
        history.append(entry(second));
        assertThat(history.entries()).extracting(ModelHistory.Entry::version).containsExactly(first, second);
    }
}
