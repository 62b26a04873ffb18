package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundredth of the events is lost or comes twice: segments keep their meaning, and users their segment's id. */
class PerturbedInputTests {

    private static final double SHARE = 0.01;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nearlyAllUsersKeepTheirSegment(long seed) throws IOException {
        Exports exports = TestData.exports(folder);
        perturb(Path.of(exports.interactions()), new SplittableRandom(seed));
        TrainedModel before = TestData.model();
        UserIndex after = TestData.pipeline(1)
                .train(exports, null, TestData.snapshot(), Progress.NONE)
                .model()
                .users();
        int same = 0;
        for (int row = 0; row < after.size(); row++) {
            if (after.segment(row)
                    == before.users()
                            .segment(before.users().rowOf(after.id(row)).orElseThrow())) {
                same++;
            }
        }
        assertThat(after.size()).isEqualTo(before.users().size());
        assertThat((double) same / after.size()).isGreaterThanOrEqualTo(0.98);
    }

    private static void perturb(Path events, SplittableRandom random) throws IOException {
        List<String> lines = Files.readAllLines(events);
        List<String> changed = new ArrayList<>(lines.subList(0, 1));
        for (String line : lines.subList(1, lines.size())) {
            double chance = random.nextDouble();
            if (chance >= SHARE / 2) {
                changed.add(line);
            }
            if (chance > 1 - SHARE / 2) {
                // under another id and at another time, so that it is no repeat
                changed.add("9" + line.replaceFirst("T?(\\d\\d):(\\d\\d):(\\d\\d)$", "00:00:$3"));
            }
        }
        assertThat(changed).isNotEqualTo(lines);
        Files.write(events, changed);
    }
}
