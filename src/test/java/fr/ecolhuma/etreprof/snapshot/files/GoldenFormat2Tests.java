package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written by format 2, with a classifier of two words and a recommender of three contents, is read for ever. */
class GoldenFormat2Tests {

    private static final String VERSION = "20250710-dc9304bd2af3";

    @TempDir
    private Path models;

    private static final Path FOLDER = GoldenModels.folder("golden-2");

    private static Snapshot golden() {
        return new SnapshotStore(FOLDER).loadCurrent().orElseThrow();
    }

    @Test
    void itsClassifierAnswers() {
        Classification answer = golden().classifier().classify("bruit ".repeat(9) + "dictée");

        // values 1 + ln 9 and 1, each weighing 4 for its theme, over a vector of length 1: a lead of 4 · 0.65589; the
        // curve goes straight from 1/4 at 0 to 3/4 at 4
        double norm = Math.hypot(1 + Math.log(9), 1);
        double lead = 4 * Math.log(9) / norm;
        assertThat(Objects.requireNonNull(answer.theme()).code()).isEqualTo("noise");
        assertThat(answer.confidence()).isCloseTo(0.25 + 0.5 * lead / 4, within(1e-6));
        assertThat(answer.defi()).isNull();
    }

    @Test
    void itsRecommenderAnswers() {
        PersonalList list = golden().personal()
                .recommend(
                        new PersonalRequest(List.of(0), -1, TaughtLevels.NONE, ContentFilter.ANY, Set.of(), false, 10));

        assertThat(list.rung().code()).isEqualTo("history");
        for (PersonalEntry entry : list.entries()) {
            double sum = entry.because().stream()
                            .mapToDouble(PersonalEntry.Because::contribution)
                            .sum()
                    + entry.parts().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
            assertThat(sum).isCloseTo(entry.score(), within(1e-6));
        }
    }

    @Test
    void itIsWrittenBackByteForByte() throws IOException {
        assertThat(new SnapshotStore(models).save(golden().model())).isEqualTo(VERSION);
        for (Path file : GoldenModels.files(FOLDER.resolve(VERSION))) {
            assertThat(Files.mismatch(file, models.resolve(VERSION).resolve(file.getFileName())))
                    .as(file.getFileName().toString())
                    .isEqualTo(-1);
        }
    }
}
