package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** The data of {@code GET /user/{user_id}/profile}. */
record ProfileAnswer(
        long userId, Profile profile, Cluster cluster, List<UserHistory.Entry> history, ProfileList recommendations) {

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
            RawValue description,
            List<SegmentReasons.Because> because,
            SegmentReasons.SecondBest secondBest) {

        static Cluster of(Snapshot snapshot, int row, SharedParts shared) {
            int segment = snapshot.model().users().segment(row);
            SegmentReasons reasons = SegmentReasons.of(snapshot.model(), row, shared.populationMeans());
            return new Cluster(
                    segment,
                    Personas.shipped().get(segment).name(),
                    Personas.shipped().get(segment).nameFr(),
                    shared.descriptions().get(segment),
                    reasons.because(),
                    reasons.secondBest());
        }
    }

    static ProfileAnswer of(
            Snapshot snapshot,
            int row,
            SharedParts shared,
            List<UserHistory.Entry> history,
            ProfileList recommendations) {
        UserIndex users = snapshot.model().users();
        return new ProfileAnswer(
                users.id(row), Profile.of(users, row), Cluster.of(snapshot, row, shared), history, recommendations);
    }
}
