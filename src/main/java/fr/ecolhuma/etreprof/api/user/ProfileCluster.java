package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.segmentation.explain.Placement;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentExplanation;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.util.List;
import tools.jackson.databind.util.RawValue;

/**
 * The segment of a profile and its explanation.
 *
 * @param because as {@link SegmentExplanation} states it
 */
record ProfileCluster(
        int id, String name, String nameFr, RawValue description, List<Because> because, SecondBest secondBest) {

    private static final double CENTS = 100;

    /** A feature, the user's count and the means that it is compared with, two decimals. */
    record Because(String feature, int value, double clusterMean, double populationMean) {}

    /** The second best segment, and how much farther its centroid is, two decimals. */
    record SecondBest(int id, double margin) {}

    static ProfileCluster of(Snapshot snapshot, int row, SharedParts shared) {
        TrainedModel model = snapshot.model();
        int[] counts = model.users().counts().row(row);
        int segment = model.users().segment(row);
        SegmentExplanation explanation = SegmentExplanation.of(Placement.of(model.segments(), counts, segment));
        Persona persona = Personas.shipped().get(segment);
        return new ProfileCluster(
                segment,
                persona.name(),
                persona.nameFr(),
                shared.descriptions().get(segment),
                explanation.because().stream()
                        .map(column -> because(
                                model,
                                segment,
                                column,
                                counts[column],
                                shared.populationMeans().get(column)))
                        .toList(),
                new SecondBest(explanation.second(), rounded(explanation.margin())));
    }

    private static Because because(TrainedModel model, int segment, int column, int count, double populationMean) {
        String feature = model.segments().columns().get(column);
        double mean = model.profiles().get(segment).means().getOrDefault(feature, 0.0);
        return new Because(feature, count, mean, rounded(populationMean));
    }

    private static double rounded(double number) {
        return Math.round(number * CENTS) / CENTS;
    }
}
