package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.api.served.KnownUsers;
import fr.ecolhuma.etreprof.api.served.RecommendationList;
import fr.ecolhuma.etreprof.api.served.UserHistory;
import fr.ecolhuma.etreprof.features.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.PersonalList;
import fr.ecolhuma.etreprof.segmentation.Personas;
import fr.ecolhuma.etreprof.segmentation.SegmentDescription;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import fr.ecolhuma.etreprof.snapshot.UserIndex;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data of {@code GET /user/{user_id}/profile}. */
record ProfileAnswer(
        long userId,
        Profile profile,
        Cluster cluster,
        List<UserHistory.Entry> history,
        RecommendationList recommendations) {

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

    static ProfileAnswer of(Snapshot snapshot, int row, List<Double> populationMeans, List<UserHistory.Entry> history) {
        UserIndex users = snapshot.model().users();
        return new ProfileAnswer(
                users.id(row),
                Profile.of(users, row),
                Cluster.of(snapshot, row, populationMeans),
                history,
                recommendations(snapshot, row));
    }

    private static RecommendationList recommendations(Snapshot snapshot, int row) {
        int segment = snapshot.model().users().segment(row);
        PersonalList own = KnownUsers.list(snapshot, row, ContentFilter.ANY, Set.of(), false, LISTED);
        return RecommendationList.of(snapshot, segment, own);
    }
}
