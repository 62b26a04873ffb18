package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.recompute.gates.GateSettings;
import fr.ecolhuma.etreprof.recompute.live.RetentionSettings;
import fr.ecolhuma.etreprof.recompute.stages.SourceSettings;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.net.URI;
import java.time.Duration;

/** The test model under other versions' names: its provenance tells another code version. */
public final class TestModels {

    /** The limits that are set by default. */
    public static final GateSettings LIMITS =
            new GateSettings(0.5, 4, 0.5, 0.01, 0.2, 0.5, 0.3, 45, 2, 0.002, 0.05, 3, 0.1, 0.25, 0.9, 0.05);

    public static final RetentionSettings RETENTION = new RetentionSettings(8, Duration.ofDays(14));

    /** What exports in files need beside their addresses. */
    public static final SourceSettings NO_SOURCES = new SourceSettings(
            "",
            "",
            "",
            "",
            Duration.ofMinutes(1),
            URI.create("https://storage.googleapis.com"),
            URI.create("https://bigquery.googleapis.com"),
            "",
            "",
            "100GB",
            "",
            "metadata.google.internal");

    private TestModels() {}

    public static TrainedModel of(String codeVersion) {
        Provenance one = TestData.model().provenance();
        return with(new Provenance(
                codeVersion,
                one.asOf(),
                one.inputs(),
                one.parameters(),
                one.rows(),
                one.columns(),
                one.unknownContentEvents()));
    }

    public static TrainedModel with(Provenance provenance) {
        return with(provenance, TestData.model().segments());
    }

    public static TrainedModel with(Provenance provenance, SegmentModel segments) {
        TrainedModel model = TestData.model();
        return new TrainedModel(
                provenance,
                segments,
                model.quality(),
                model.profiles(),
                model.users(),
                model.interactions(),
                model.catalogue(),
                model.usage(),
                model.classifier(),
                model.recommender());
    }
}
