package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.Provenance;
import fr.ecolhuma.etreprof.snapshot.TrainedModel;

/** The test model under other versions' names: its provenance tells another code version. */
final class TestModels {

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
