package fr.ecolhuma.etreprof;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.recompute.stages.PipelineSettings;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/**
 * The object mother: a small platform whose users fall into the four segments beyond doubt, and the model trained on it.
 *
 * <p>The first digit of a user's id tells the segment: 100 to 117 are Balanced, 200 to 209 Email, 300 to 305 Super,
 * 400 to 425 Inactive. Of the contents, {@link #UNPUBLISHED} is the most used by all, and the {@link #PRIORITY} ones
 * serve a défi.
 */
public final class TestData {

    /** Users of each segment, in id order; 60 in all. */
    public static final List<Integer> SIZES = List.of(18, 10, 6, 26);

    /** Rows in users.csv: the 60 kept, a repeated one, a Belgian one (id 900) and one in Canada (id 901). */
    public static final int USERS_READ = 63;

    /** Contents of the catalogue; contents.csv has one row more, which repeats a key. */
    public static final int CONTENTS = 20;

    /** The only content that is not published, as {@code type/id}. */
    public static final String UNPUBLISHED = "fiche_outils/8";

    /** The contents that serve a défi, as {@code type/id}, with its code. */
    public static final Map<String, String> PRIORITY = Map.of(
            "article/3", "ecological_transition",
            "fiche_outils/2", "psychosocial_skills",
            "fiche_outils/5", "mental_health",
            "guide_pratique/2", "inclusive_school");

    /** The latest event of the export, at which everything is counted, is on 2025-07-10 at noon. */
    public static final String AS_OF = "2025-07-10T12:00:00";

    /** A day after the latest event. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2025-07-11T12:00:00Z"), ZoneOffset.UTC);

    /** The code version in the provenance of the models made here. */
    public static final String CODE_VERSION = "test";

    private static final Snapshot SNAPSHOT = train();

    private TestData() {}

    /** Writes the exports into a folder. */
    public static Exports exports(Path folder) {
        return exports(folder, Map.of());
    }

    /**
     * Writes the exports into a folder.
     *
     * @param converted users who behave like another segment than their id tells; the events of all others are the same
     */
    public static Exports exports(Path folder, Map<Integer, Integer> converted) {
        try {
            Files.createDirectories(folder);
            return TestExports.write(folder, converted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pipeline of three restarts at {@link #CLOCK}. */
    public static Pipeline pipeline(int threads) {
        return new Pipeline(
                new PipelineSettings(DataSize.ofMegabytes(200), threads, 3, 42, FeatureSet.BEHAVIOUR),
                CODE_VERSION,
                CLOCK);
    }

    /** The model of {@link #exports}, trained once. */
    public static TrainedModel model() {
        return SNAPSHOT.model();
    }

    /** The same model ready to serve, as version {@code 20250710-0123456789ab}. */
    public static Snapshot snapshot() {
        return SNAPSHOT;
    }

    /** The segment that a user's id tells. */
    public static int segmentOf(long user) {
        return (int) (user / 100) - 1;
    }

    private static Snapshot train() {
        try {
            Path folder = Files.createTempDirectory("etreprof-test-data");
            try {
                TrainedModel model = pipeline(1)
                        .train(exports(folder), null, null, Progress.NONE)
                        .model();
                return Snapshot.of("20250710-0123456789ab", model);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
