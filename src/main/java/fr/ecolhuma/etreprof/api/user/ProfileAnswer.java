package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code GET /user/{user_id}/profile}. */
record ProfileAnswer(
        long userId,
        Profile profile,
        ProfileCluster cluster,
        List<UserHistory.Entry> history,
        ProfileList recommendations) {

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

    static ProfileAnswer of(
            Snapshot snapshot,
            int row,
            SharedParts shared,
            List<UserHistory.Entry> history,
            ProfileList recommendations) {
        UserIndex users = snapshot.model().users();
        return new ProfileAnswer(
                users.id(row),
                Profile.of(users, row),
                ProfileCluster.of(snapshot, row, shared),
                history,
                recommendations);
    }
}
