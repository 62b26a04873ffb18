package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.features.EventCounting;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model does not depend on where its events were counted. */
class CountedModelTests {

    @TempDir
    Path folder;

    private Snapshot saved(Exports exports, String models) {
        SnapshotStore store = new SnapshotStore(folder.resolve(models));
        return store.load(store.save(
                TestData.pipeline(2).train(exports, null, null, Progress.NONE).model()));
    }

    private Map<String, byte[]> files(String models, Snapshot snapshot) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve(models).resolve(snapshot.version()))) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void everyFileButTheProvenanceIsTheSame() throws IOException {
        Exports exports = TestData.exports(folder.resolve("exports"));
        Path counts = folder.resolve("counts");
        EventCounting.count(
                Map.of("interactions", exports.interactions(), "users", exports.users()),
                exports.access(),
                new EngineSettings(null, TestData.CLOCK.instant(), 300L << 20, 1),
                counts,
                TestData.CLOCK);

        Snapshot here = saved(exports, "here");
        Snapshot there = saved(exports.counted(counts), "there");

        Map<String, byte[]> expected = files("here", here);
        Map<String, byte[]> found = files("there", there);
        assertThat(found).hasSizeGreaterThan(8).containsOnlyKeys(expected.keySet());
        // the manifest has the digest of the provenance
        expected.keySet().removeAll(Set.of("provenance.json", "manifest.json"));
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));

        Provenance counted = there.model().provenance();
        assertThat(counted.inputs()).isEqualTo(here.model().provenance().inputs());
        assertThat(counted.counted().sources()).isEqualTo(Map.of("interactions", "counts"));
        assertThat(counted.counted().engine())
                .isEqualTo(here.model().provenance().counted().engine())
                .startsWith("DuckDB ");
        assertThat(here.model().provenance().counted().sources()).isEmpty();
    }
}
