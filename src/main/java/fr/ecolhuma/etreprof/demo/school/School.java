package fr.ecolhuma.etreprof.demo.school;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import fr.ecolhuma.etreprof.domain.Academies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The school of a user: the postal code that the user typed and the JSON list with one school, keys missing at random.
 */
public final class School {

    private static final double CODE_TYPED = 0.44;
    private static final double LARGE = 0.45;

    private static final List<String> LARGE_DEPARTEMENTS = List.of(
            "59", "75", "13", "69", "92", "93", "94", "77", "78", "91", "95", "33", "31", "44", "62", "34", "38", "67",
            "76", "06", "83", "974", "01", "35");
    private static final List<String> NAMES = List.of(
            "du Centre",
            "des Tilleuls",
            "du Parc",
            "de la Rivière",
            "des Quatre-Vents",
            "du Moulin",
            "Les Hirondelles",
            "de la Gare",
            "du Lavoir",
            "Les Marronniers");

    private final List<String> departements = new ArrayList<>();
    private final List<String> academies = new ArrayList<>();

    public School() {
        Academies.byDepartement().forEach((departement, academie) -> {
            departements.add(departement);
            academies.add(academie);
        });
    }

    /** A place in the list of départements. */
    public int departement(Dice dice) {
        return dice.chance(LARGE)
                ? departements.indexOf(dice.oneOf(LARGE_DEPARTEMENTS))
                : dice.below(departements.size());
    }

    /** The code as typed, most leading zeros lost, some unreadable; null when there is none. */
    @Nullable
    public String postalCode(Dice dice, int departement) {
        if (!dice.chance(CODE_TYPED)) {
            return null;
        }
        if (dice.chance(0.03)) {
            return dice.oneOf(Messiness.UNREADABLE_CODES);
        }
        String code = code(dice, departement);
        return code.startsWith("0") && dice.chance(0.85) ? code.substring(1) : code;
    }

    /** A list with one school, an empty list or null. */
    @Nullable
    public String json(Dice dice, int departement, Teaching teaching) {
        int kind = dice.below(100);
        if (kind >= 46) {
            return kind < 76 ? "[]" : null;
        }
        List<String> pairs = new ArrayList<>();
        String type = type(dice, teaching);
        add(pairs, dice.chance(0.95), "nom", type + " " + dice.oneOf(NAMES));
        add(pairs, dice.chance(0.85), "code_postal", code(dice, departement));
        add(pairs, dice.chance(0.80), "academie", academies.get(departement));
        add(pairs, dice.chance(0.90), "type_etablissement", type);
        return "[{" + String.join(", ", pairs) + "}]";
    }

    private static void add(List<String> pairs, boolean known, String key, String value) {
        if (known) {
            pairs.add("\"" + key + "\": \"" + value + "\"");
        }
    }

    /** Five characters; Corsica's mostly in digits, at times with its letter. */
    private String code(Dice dice, int departement) {
        String prefix = departements.get(departement);
        if (prefix.startsWith("2A") || prefix.startsWith("2B")) {
            prefix = dice.chance(0.4) ? prefix : prefix.endsWith("A") ? "200" : "202";
        }
        String rest = String.valueOf(100_000 + dice.below(98) * 10);
        return prefix + rest.substring(1 + prefix.length());
    }

    private static String type(Dice dice, Teaching teaching) {
        String first = teaching.levels().isEmpty() ? "" : teaching.levels().getFirst();
        return switch (first) {
            case "TPS", "PS", "MS" -> "École maternelle";
            case "6e", "5e", "4e", "3e", "SEGPA" -> "Collège";
            case "2nde", "1ère", "Terminale" -> "Lycée";
            case "CAP", "Bac Pro" -> "Lycée professionnel";
            default -> teaching.degree() == 2 && dice.chance(0.5) ? "Collège" : "École élémentaire";
        };
    }
}
