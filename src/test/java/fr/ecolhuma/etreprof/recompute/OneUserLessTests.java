package fr.ecolhuma.etreprof.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.Segmentation.Previous;
import fr.ecolhuma.etreprof.segmentation.Segmentation.Result;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one erasure changes for the other users of the demo: as good as nothing. */
class OneUserLessTests {

    private static FeatureTable demo;
    private static Result live;

    private static String export(String name) {
        return Path.of("data", "demo", name + ".csv.gz").toString();
    }

    @BeforeAll
    static void fitToAll() {
        demo = FeatureExtraction.extractForModel(
                        new Exports(export("users"), export("contents"), export("interactions"), null),
                        new EngineSettings(null, Instant.parse("2026-01-01T00:00:00Z"), 400L << 20, 2))
                .table();
        live = fit(IntStream.range(0, demo.users().size()).toArray(), null);
    }

    private static Result fit(int[] rows, Previous previous) {
        CountMatrix all = demo.behaviour();
        CountMatrix behaviour = CountMatrix.of(
                all.columns(),
                IntStream.of(rows).flatMap(row -> IntStream.of(all.row(row))).toArray());
        return Segmentation.fit(
                new Segmentation.Input(
                        behaviour, behaviour, row -> demo.users().get(rows[row]).id()),
                Segmentation.Settings.defaults(2),
                previous);
    }

    private static int[] without(int gone) {
        return IntStream.range(0, demo.users().size())
                .filter(row -> row != gone)
                .toArray();
    }

    /** Fifty users all over the table, of every segment, and the two who moved most users or the silhouette most before. */
    private static IntStream someRows() {
        int users = demo.users().size();
        IntStream moved = IntStream.range(0, users)
                .filter(row -> demo.users().get(row).id() == 26
                        || demo.users().get(row).id() == 593);
        return IntStream.concat(moved, IntStream.range(0, 48).map(i -> (2 * i + 1) * users / 96));
    }

    @Test
    void atMostTwoOthersMove() {
        assertThat(someRows().distinct().count()).isEqualTo(50);
        assertThat(someRows().map(live::segment).distinct().count()).isEqualTo(4);
        someRows().forEach(gone -> {
            int[] rows = without(gone);
            Result less = fit(rows, new Previous(live.model(), true));
            long moved = IntStream.range(0, rows.length)
                    .filter(row -> less.segment(row) != live.segment(rows[row]))
                    .count();
            assertThat(moved).as("moved when row %d is gone", gone).isLessThanOrEqualTo(2);
            assertThat(less.jump()).isNull();
            assertThat(less.quality().silhouette())
                    .as("silhouette when row %d is gone", gone)
                    .isCloseTo(live.quality().silhouette(), within(0.001));
        });
    }
}
