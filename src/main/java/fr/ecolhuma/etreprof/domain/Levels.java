package fr.ecolhuma.etreprof.domain;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The 24 known levels, with the stages and the degré of each. */
public final class Levels {

    private enum Degree {
        PRIMARY,
        SECONDARY,
        TRAINER
    }

    private record Level(Degree degree, TaughtLevels stages) {}

    private static final Map<String, String> ALIASES =
            Map.of("Enseignement spécialisé", "ASH", "Études supérieures", "POST BAC");
    private static final Map<String, Level> KNOWN = known();

    private Levels() {}

    private static Map<String, Level> known() {
        Map<String, Level> levels = new HashMap<>();
        put(levels, Degree.PRIMARY, EnumSet.of(Stage.MATERNELLE), "TPS", "PS", "MS", "GS");
        put(levels, Degree.PRIMARY, EnumSet.of(Stage.ELEMENTAIRE), "CP", "CE1", "CE2", "CM1", "CM2");
        put(levels, Degree.PRIMARY, EnumSet.of(Stage.MATERNELLE, Stage.ELEMENTAIRE), "ASH", "Direction");
        put(levels, Degree.SECONDARY, EnumSet.of(Stage.COLLEGE), "6e", "5e", "4e", "3e", "SEGPA");
        put(levels, Degree.SECONDARY, EnumSet.of(Stage.LYCEE), "2nde", "1ère", "Terminale");
        put(levels, Degree.SECONDARY, EnumSet.of(Stage.COLLEGE, Stage.LYCEE), "Professeur-e documentaliste");
        put(levels, Degree.SECONDARY, EnumSet.of(Stage.LYCEE_PRO), "CAP", "Bac Pro");
        put(levels, Degree.SECONDARY, EnumSet.of(Stage.AUTRE), "POST BAC");
        put(levels, Degree.TRAINER, EnumSet.of(Stage.AUTRE), "Formateur-trice /Inspecteur-trice");
        return Map.copyOf(levels);
    }

    private static void put(Map<String, Level> levels, Degree degree, EnumSet<Stage> stages, String... names) {
        for (String name : names) {
            levels.put(name, new Level(degree, TaughtLevels.of(stages)));
        }
    }

    /** The stages of a teacher who declares these labels; unknown labels are ignored. */
    public static TaughtLevels taught(Collection<String> labels) {
        int bits = 0;
        for (String label : labels) {
            Level level = KNOWN.get(ALIASES.getOrDefault(label, label));
            bits |= level == null ? 0 : level.stages().bits();
        }
        return new TaughtLevels(bits);
    }

    /** 3 for a trainer, else 1 or 2 by the majority of levels (a tie is 1), 0 when none is known. */
    public static int degree(Collection<String> labels) {
        int primary = 0;
        int secondary = 0;
        for (String label : distinct(labels)) {
            Degree degree = level(label).degree();
            if (degree == Degree.TRAINER) {
                return 3;
            }
            primary += degree == Degree.PRIMARY ? 1 : 0;
            secondary += degree == Degree.SECONDARY ? 1 : 0;
        }
        if (primary + secondary == 0) {
            return 0;
        }
        return primary >= secondary ? 1 : 2;
    }

    private static Set<String> distinct(Collection<String> labels) {
        Set<String> names = new LinkedHashSet<>();
        for (String label : labels) {
            String name = ALIASES.getOrDefault(label, label);
            if (KNOWN.containsKey(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Level level(String name) {
        @Nullable Level level = KNOWN.get(name);
        if (level == null) {
            throw new IllegalArgumentException("unknown level " + name);
        }
        return level;
    }
}
