package fr.ecolhuma.etreprof.demo.school;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A user's teaching in the export's JSON cells, now and then unreadable. */
public final class TeachingCells {

    private static final double ODD = 0.01;

    private TeachingCells() {}

    public static @Nullable String levels(Teaching teaching, Dice dice) {
        if (teaching.degree() == 0) {
            return unknown(dice);
        }
        List<String> levels = new ArrayList<>(teaching.levels());
        if (dice.chance(ODD)) {
            levels.add(dice.oneOf(Messiness.ODD_LEVELS));
        }
        return json(levels);
    }

    public static @Nullable String disciplines(Teaching teaching, Dice dice) {
        return teaching.disciplines().isEmpty() && dice.chance(0.4) ? null : json(teaching.disciplines());
    }

    private static @Nullable String unknown(Dice dice) {
        return switch (dice.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> null;
            case 7, 8 -> Messiness.UNREADABLE_JSON;
            case 9, 10, 11 -> json(List.of(dice.oneOf(Messiness.ODD_LEVELS)));
            default -> "[]";
        };
    }

    private static String json(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
