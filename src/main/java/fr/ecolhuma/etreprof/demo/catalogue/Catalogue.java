package fr.ecolhuma.etreprof.demo.catalogue;

import fr.ecolhuma.etreprof.corpus.CorpusText;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import fr.ecolhuma.etreprof.demo.chance.Permutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes up the catalogue: its texts with their dates, states and popularity. */
public final class Catalogue {

    private static final double ZIPF = 0.9;
    private static final int STATES = 75;

    private final Era era;
    private final Dice dice;
    private final Map<String, Integer> lastIds = new HashMap<>();

    private Catalogue(Era era, Dice dice) {
        this.era = era;
        this.dice = dice;
    }

    /** A catalogue with the given number of contents. */
    public static List<DemoContent> draft(List<CorpusText> corpus, int size, long seed, Era era) {
        Dice dice = Dice.of(seed, Purpose.CATALOGUE, 0);
        Catalogue catalogue = new Catalogue(era, dice);
        Permutation ranks = Permutation.of(size, dice);
        List<DemoContent> items = new ArrayList<>(size);
        for (TextPicker.Pick pick : new TextPicker(corpus, dice).picks(size)) {
            items.add(catalogue.item(pick, items.size(), ranks.of(items.size())));
        }
        return List.copyOf(items);
    }

    private DemoContent item(TextPicker.Pick pick, int row, long rank) {
        CorpusText text = pick.text();
        String etat = etat(row);
        int published = dice.below(era.last() - 30);
        boolean neverPublished = "brouillon".equals(etat) && dice.chance(0.5);
        boolean stillThere = etat == null || etat.equals("publie");
        return new DemoContent(
                lastIds.merge(text.type(), dice.between(1, 3), Integer::sum),
                text,
                Messiness.title(Variants.title(text.title(), pick.repeat()), row),
                Variants.levels(text.levels(), pick.repeat()),
                etat,
                published - dice.below(30),
                neverPublished ? null : published,
                stillThere ? Integer.MAX_VALUE : dice.between(published + 1, era.last()),
                StrictMath.pow((double) rank + 2, -ZIPF));
    }

    /** The state: 8 % are drafts or archived, one row in 75 has none. */
    private static @Nullable String etat(int row) {
        return switch (row % STATES) {
            case 4, 29, 54 -> "brouillon";
            case 12, 37, 62 -> "archive";
            case 20 -> null;
            default -> "publie";
        };
    }
}
