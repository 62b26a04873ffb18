package fr.ecolhuma.etreprof.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The stages a teacher teaches at, as a set of six bits.
 *
 * @param bits one bit per stage, in the order of {@link Stage}
 */
public record TaughtLevels(int bits) {

    /** A stage of the French school system, in the order of pupils' age. */
    public enum Stage {
        MATERNELLE("maternelle", "Maternelle", 1),
        ELEMENTAIRE("elementaire", "Élémentaire", 2),
        COLLEGE("college", "Collège", 4),
        LYCEE("lycee", "Lycée", 8),
        LYCEE_PRO("lycee_pro", "Lycée pro", 16),
        AUTRE("autre", "Autre", 32);

        private final String code;
        private final String label;
        private final int bit;

        Stage(String code, String label, int bit) {
            this.code = code;
            this.label = label;
            this.bit = bit;
        }

        /** The French name for teachers. */
        public String label() {
            return label;
        }

        /** The name in files and answers, such as {@code lycee_pro}. */
        public String code() {
            return code;
        }
    }

    /** The set without a known stage. */
    public static final TaughtLevels NONE = new TaughtLevels(0);

    /** The number of different sets. */
    public static final int COUNT = 64;

    public TaughtLevels {
        if (bits < 0 || bits >= COUNT) {
            throw new IllegalArgumentException("found level bits %d, expected 0 to %d".formatted(bits, COUNT - 1));
        }
    }

    /** The set that holds exactly these stages. */
    public static TaughtLevels of(Set<Stage> stages) {
        int bits = 0;
        for (Stage stage : stages) {
            bits |= stage.bit;
        }
        return new TaughtLevels(bits);
    }

    /** The stages of level labels such as {@code CP}; unknown labels are ignored. */
    public static TaughtLevels ofLabels(Collection<String> labels) {
        return Levels.taught(labels);
    }

    /** Whether a stage is taught. */
    public boolean contains(Stage stage) {
        return (bits & stage.bit) != 0;
    }

    /** The stages taught, youngest pupils first. */
    public List<Stage> stages() {
        return EnumSet.allOf(Stage.class).stream().filter(this::contains).toList();
    }
}
