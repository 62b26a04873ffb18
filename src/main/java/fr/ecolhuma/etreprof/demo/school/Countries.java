package fr.ecolhuma.etreprof.demo.school;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Countries as people type them. */
public final class Countries {

    private static final double UNSAID = 0.29;
    private static final double ABROAD = 0.08;
    private static final double PLAIN = 0.7;

    private final List<String> french = names("countries_france.txt");
    private final List<String> others = names("countries_other.txt");

    @Nullable
    public String draw(Dice dice, boolean belgian) {
        if (belgian) {
            return dice.chance(0.8) ? "Belgique" : null;
        }
        double place = dice.unit();
        if (place < UNSAID) {
            return null;
        }
        if (place < UNSAID + ABROAD) {
            return dice.oneOf(others);
        }
        return dice.chance(PLAIN) ? "France" : dice.oneOf(french);
    }

    private static List<String> names(String file) {
        return ShippedFile.text(Countries.class, file).lines().toList();
    }
}
