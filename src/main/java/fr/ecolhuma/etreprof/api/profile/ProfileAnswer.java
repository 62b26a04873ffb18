package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.api.served.RecommendationList;
import fr.ecolhuma.etreprof.features.InteractionTable;
import fr.ecolhuma.etreprof.features.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.Recommendation;
import fr.ecolhuma.etreprof.segmentation.Personas;
import fr.ecolhuma.etreprof.segmentation.SegmentDescription;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import fr.ecolhuma.etreprof.snapshot.UserIndex;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code GET /user/{user_id}/profile}. */
record ProfileAnswer(long userId, Profile profile, Cluster cluster, RecommendationList recommendations) {

    private static final int LISTED = 5;

    record Profile(@Nullable Integer anciennete, int degre, String academie, List<String> niveauxEnseignes) {

        static Profile of(UserIndex users, int row) {
            String academie = users.academie(row);
            return new Profile(
                    users.anciennete(row),
                    users.degre(row),
                    academie == null ? "Non renseignée" : academie,
                    users.levels(row).stages().stream()
                            .filter(stage -> stage != Stage.AUTRE)
                            .map(Stage::code)
                            .toList());
        }
    }

    record Cluster(
            int id,
            String name,
            String nameFr,
            SegmentDescription description,
            List<SegmentReasons.Because> because,
            SegmentReasons.SecondBest secondBest) {

        static Cluster of(Snapshot snapshot, int row, List<Double> populationMeans) {
            int segment = snapshot.model().users().segment(row);
            SegmentReasons reasons = SegmentReasons.of(snapshot.model(), row, populationMeans);
            return new Cluster(
                    segment,
                    Personas.shipped().get(segment).name(),
                    Personas.shipped().get(segment).nameFr(),
                    SegmentDescription.of(snapshot.model().profiles().get(segment)),
                    reasons.because(),
                    reasons.secondBest());
        }
    }

    static ProfileAnswer of(Snapshot snapshot, int row, List<Double> populationMeans) {
        UserIndex users = snapshot.model().users();
        return new ProfileAnswer(
                users.id(row),
                Profile.of(users, row),
                Cluster.of(snapshot, row, populationMeans),
                recommendations(snapshot, row));
    }

    private static RecommendationList recommendations(Snapshot snapshot, int row) {
        int segment = snapshot.model().users().segment(row);
        BitSet used = used(snapshot.model().interactions(), row);
        List<Recommendation> best =
                snapshot.recommenders().get(segment).recommend(ContentFilter.ANY, LISTED, used::get);
        return RecommendationList.of(snapshot, segment, ContentFilter.ANY, best);
    }

    private static BitSet used(InteractionTable interactions, int row) {
        BitSet used = new BitSet();
        for (int entry = interactions.start(row); entry < interactions.end(row); entry++) {
            used.set(interactions.content(entry));
        }
        return used;
    }
}
