package fr.ecolhuma.etreprof.demo.people;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import fr.ecolhuma.etreprof.demo.chance.Quota;
import fr.ecolhuma.etreprof.demo.school.Countries;
import fr.ecolhuma.etreprof.demo.school.School;
import fr.ecolhuma.etreprof.demo.school.Teaching;
import fr.ecolhuma.etreprof.demo.school.TeachingCells;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes users.csv, one user after the other; one row in a thousand repeats an earlier id with another content. */
public final class UserWriter {

    private static final List<String> ROLES =
            List.of("Enseignant·e", "Directeur·rice", "AESH", "Conseiller·ère pédagogique", "Étudiant·e INSPÉ");
    private static final List<String> SUBSCRIPTIONS = List.of("subscribed", "subscribed", "unsubscribed", "cleaned");

    private final Countries countries = new Countries();
    private final School school = new School();
    private final Population population;
    private final People people;
    private final Era era;
    private final long seed;

    public UserWriter(Population population, People people, Era era, long seed) {
        this.population = population;
        this.people = people;
        this.era = era;
        this.seed = seed;
    }

    public void users(CsvWriter csv) throws IOException {
        csv.header(List.of(
                "id",
                "locale",
                "nom",
                "prenom",
                "fonction",
                "codepostal",
                "pays",
                "anciennete",
                "json_niveau",
                "json_discipline",
                "json_etablissement",
                "json_metadata",
                "statut_infolettre",
                "statut_mailchimp",
                "created_at"));
        long other = people.everyone();
        Quota repeats = new Quota(people.known(), people.repeats());
        for (long index = 0; index < people.known(); index++) {
            user(csv, people.id(index), index);
            if (repeats.take(1) > 0) {
                user(csv, people.id(index / 2), other++);
            }
        }
    }

    private void user(CsvWriter csv, long id, long index) throws IOException {
        Dice dice = Dice.of(seed, Purpose.PROFILE, index);
        Teaching teaching = Teaching.of(seed, index);
        int departement = school.departement(dice);
        boolean belgian = dice.chance(0.015);
        csv.number(id)
                .text(belgian ? "be" : dice.chance(0.01) ? null : "fr")
                .text(null)
                .text(null)
                .text(dice.chance(0.5) ? dice.oneOf(ROLES) : null)
                .text(belgian ? "BE-1000" : school.postalCode(dice, departement))
                .text(countries.draw(dice, belgian))
                .text(anciennete(dice))
                .text(TeachingCells.levels(teaching, dice))
                .text(TeachingCells.disciplines(teaching, dice))
                .text(school.json(dice, departement, teaching))
                .text(dice.chance(0.2) ? "{\"source\": \"webinaire\"}" : null)
                .number(dice.chance(0.8) ? 1 : 0)
                .text(dice.chance(0.1) ? null : dice.oneOf(SUBSCRIPTIONS));
        createdAt(csv, dice, population.traits(index)).endRow();
    }

    /** Years: median 11, mean 14.5, at most 66. */
    private static @Nullable String anciennete(Dice dice) {
        if (dice.chance(0.06)) {
            return null;
        }
        double years = StrictMath.exp(dice.gaussian(2.45, 0.8));
        return (int) (years < 45 ? years : 20 + 47 * StrictMath.pow(dice.unit(), 2)) + ".0";
    }

    private CsvWriter createdAt(CsvWriter csv, Dice dice, Traits traits) throws IOException {
        return dice.chance(0.003)
                ? csv.text(dice.oneOf(Messiness.UNREADABLE_INSTANTS))
                : csv.instant(RawCells.of(era.date(traits.signUpDay()).toString()), traits.signUpSecond());
    }
}
