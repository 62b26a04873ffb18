package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Odds;
import fr.ecolhuma.etreprof.demo.chance.Season;
import fr.ecolhuma.etreprof.demo.people.Actor;
import java.io.IOException;
import java.util.List;

/** Writes a user's other rows: log-ins, sessions, votes, events attended and the like. */
final class MiscRows {

    /**
     * A kind of row.
     *
     * @param share relative
     * @param act type of an act upon a content, else the empty text
     */
    private record Sort(double share, RawCells label, String act) {

        static Sort of(double share, String label) {
            return new Sort(share, RawCells.of(label), "");
        }

        static Sort upon(double share, String act) {
            return new Sort(share, RawCells.EMPTY, act);
        }
    }

    private static final List<Sort> SORTS = List.of(
            Sort.of(0.370, "connexion,"),
            Sort.of(0.160, "session,accueil"),
            Sort.of(0.100, "session,recherche"),
            Sort.of(0.080, "session,Contenu"),
            Sort.of(0.040, "session,espace_perso"),
            Sort.of(0.020, "session,communaute"),
            Sort.of(0.030, "subscribed,webinaire"),
            Sort.of(0.015, "subscribed,parcours"),
            Sort.of(0.020, "attended,webinaire"),
            Sort.of(0.005, "attended,atelier"),
            Sort.of(0.010, "completed,parcours"),
            Sort.of(0.010, "completed,onboarding"),
            Sort.of(0.040, "register,utilisateur"),
            Sort.of(0.030, "click,partage"),
            Sort.of(0.012, "click,banniere"),
            Sort.of(0.010, "ancienne_visite,page"),
            Sort.of(0.008, "ancien_partage,reseau"),
            Sort.of(0.005, "telechargement_v1,pdf"),
            Sort.of(0.004, "envoi_ami,lien"),
            Sort.upon(0.015, "contenu_favoris"),
            Sort.upon(0.0067, "contenu_vote"),
            Sort.upon(0.0004, "comment_posted"));
    private static final Odds SHARES = Odds.of(SORTS.size(), i -> SORTS.get(i).share());

    private final UseRows contents;
    private final Season season;
    private final EventSink sink;

    MiscRows(UseRows contents, Era era, EventSink sink) {
        this.contents = contents;
        this.sink = sink;
        season = Season.visits(era);
    }

    void write(Actor actor, RowPlan plan) throws IOException {
        for (int row = 0; row < plan.of(RowKind.MISC); row++) {
            Sort sort = SORTS.get(SHARES.draw(actor.dice()));
            if (sort.act().isEmpty()) {
                sink.add(actor, sort.label(), RawCells.EMPTY, actor.moment(season));
            } else {
                contents.act(actor, sort.act());
            }
        }
    }
}
