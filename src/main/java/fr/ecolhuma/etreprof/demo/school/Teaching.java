package fr.ecolhuma.etreprof.demo.school;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Odds;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels and disciplines of a user.
 *
 * @param degree 1 primary, 2 secondary, 3 trainers, 0 unknown
 * @param levels labels as users declare them, none when the degree is unknown
 * @param disciplines none in primary schools, mostly
 */
public record Teaching(int degree, List<String> levels, List<String> disciplines) {

    /** The levels for which contents are written, in the order of a school career. */
    static final List<String> LEVELS = List.of(
            "TPS",
            "PS",
            "MS",
            "GS",
            "CP",
            "CE1",
            "CE2",
            "CM1",
            "CM2",
            "6e",
            "5e",
            "4e",
            "3e",
            "2nde",
            "1ère",
            "Terminale",
            "CAP",
            "Bac Pro",
            "SEGPA");

    private static final String TRAINER = "Formateur-trice /Inspecteur-trice";
    private static final Odds DEGREES = Odds.of(0.03, 0.56, 0.38, 0.03);
    private static final List<String> DISCIPLINES = List.of(
            "Mathématiques",
            "Français",
            "Histoire-géographie",
            "SVT",
            "Physique-chimie",
            "Anglais",
            "Espagnol",
            "Allemand",
            "EPS",
            "Arts plastiques",
            "Éducation musicale",
            "Technologie",
            "SES",
            "Philosophie",
            "Sciences et techniques médico-sociales",
            "Lettres, histoire-géographie");

    public static Teaching of(long seed, long index) {
        Dice dice = Dice.of(seed, Purpose.TEACHING, index);
        int degree = DEGREES.draw(dice);
        return switch (degree) {
            case 1 -> new Teaching(1, primary(dice), dice.chance(0.05) ? List.of("Polyvalent") : List.of());
            case 2 -> new Teaching(2, secondary(dice), disciplines(dice));
            case 3 -> new Teaching(3, trainer(dice), List.of());
            default -> new Teaching(0, List.of(), List.of());
        };
    }

    /** Bits of the levels' places in {@link #LEVELS}. */
    public static int mask(List<String> levels) {
        int mask = 0;
        for (String level : levels) {
            int place = LEVELS.indexOf(level);
            mask |= place < 0 ? 0 : 1 << place;
        }
        return mask;
    }

    private static List<String> primary(Dice dice) {
        int other = dice.below(100);
        if (other < 3) {
            return List.of("Direction");
        }
        if (other < 7) {
            return List.of(dice.chance(0.5) ? "ASH" : "Enseignement spécialisé");
        }
        List<String> levels = range(dice, "TPS", "CM2", 3);
        if (other < 13) {
            levels.add("Direction");
        }
        return levels;
    }

    private static List<String> secondary(Dice dice) {
        int kind = dice.below(100);
        if (kind < 60) {
            return range(dice, "6e", "3e", 4);
        }
        if (kind < 82) {
            return range(dice, "2nde", "Terminale", 3);
        }
        if (kind < 90) {
            return range(dice, "CAP", "Bac Pro", 2);
        }
        if (kind < 93) {
            return List.of("SEGPA", "6e");
        }
        return List.of(
                kind < 98 ? "Professeur-e documentaliste" : dice.chance(0.5) ? "POST BAC" : "Études supérieures");
    }

    private static List<String> trainer(Dice dice) {
        List<String> levels = dice.chance(0.4) ? range(dice, "CP", "3e", 4) : new ArrayList<>();
        levels.add(TRAINER);
        return levels;
    }

    private static List<String> disciplines(Dice dice) {
        List<String> first = List.of(dice.oneOf(DISCIPLINES));
        if (dice.chance(0.85)) {
            return first;
        }
        String second = dice.oneOf(DISCIPLINES);
        return first.contains(second) ? first : List.of(first.getFirst(), second);
    }

    /** One to {@code most} neighbours among the levels from … to. */
    private static List<String> range(Dice dice, String from, String to, int most) {
        int first = LEVELS.indexOf(from);
        int last = LEVELS.indexOf(to);
        int start = dice.between(first, last);
        int end = Math.min(last, start + dice.below(most));
        return new ArrayList<>(LEVELS.subList(start, end + 1));
    }
}
