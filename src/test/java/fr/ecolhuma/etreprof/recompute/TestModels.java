package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.Provenance;
import fr.ecolhuma.etreprof.snapshot.TrainedModel;
import java.time.Duration;

/** The test model under other versions' names: its provenance tells another code version. */
final class TestModels {

    /** The limits that are set by default. */
    static final GateSettings LIMITS = new GateSettings(0.5, 4, 0.5, 0.002, 0.05, 3, 0.1, 0.25, 0.9, 0.05);

    static final RetentionSettings RETENTION = new RetentionSettings(8, Duration.ofDays(14));

    private TestModels() {}

    static TrainedModel of(String codeVersion) {
        Provenance one = TestData.model().provenance();
        return with(new Provenance(
                codeVersion, one.asOf(), one.inputs(), one.parameters(), one.rows(), one.unknownContentEvents()));
    }

    static TrainedModel with(Provenance provenance) {
        TrainedModel model = TestData.model();
        return new TrainedModel(
                provenance,
                model.segments(),
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
