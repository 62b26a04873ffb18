package fr.ecolhuma.etreprof.features;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The stages a teacher teaches at, as a set of six bits.
 *
 * @param bits bit {@code i} is set when the stage of ordinal {@code i} is taught
 */
public record TaughtLevels(int bits) {

    /** A stage of the French school system, in the order of pupils' age. */
    public enum Stage {
        MATERNELLE("Maternelle"),
        ELEMENTAIRE("Élémentaire"),
        COLLEGE("Collège"),
        LYCEE("Lycée"),
        LYCEE_PRO("Lycée pro"),
        AUTRE("Autre");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** The French name, as teachers read it. */
        public String label() {
            return label;
        }

        /** The name in files and answers, such as {@code lycee_pro}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing known. */
    public static final TaughtLevels NONE = new TaughtLevels(0);

    private static final int ALL = (1 << Stage.values().length) - 1;

    public TaughtLevels {
        if ((bits & ~ALL) != 0) {
            throw new IllegalArgumentException("found level bits %d, expected 0 to %d".formatted(bits, ALL));
        }
    }

    /** The set that holds exactly these stages. */
    public static TaughtLevels of(Set<Stage> stages) {
        int bits = 0;
        for (Stage stage : stages) {
            bits |= 1 << stage.ordinal();
        }
        return new TaughtLevels(bits);
    }

    /** Whether a stage is taught. */
    public boolean contains(Stage stage) {
        return (bits & 1 << stage.ordinal()) != 0;
    }

    /** The stages taught, youngest pupils first. */
    public List<Stage> stages() {
        return EnumSet.allOf(Stage.class).stream().filter(this::contains).toList();
    }
}
