package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.people.Traits;
import java.util.EnumMap;
import java.util.Map;

/**
 * The number of rows of each kind that a user gets.
 *
 * @param counts may lack kinds without rows
 */
record RowPlan(Map<RowKind, Integer> counts) {

    static final RowPlan NONE = new RowPlan(Map.of());

    /**
     * Draws a user's plan.
     *
     * @param scale the factor to the natural number of rows
     */
    static RowPlan draw(Traits traits, double scale, Dice dice) {
        int opens = dice.poisson(traits.opens() * scale);
        int downloads = dice.poisson(traits.downloads() * scale);
        int fiches = dice.binomial(downloads, traits.ficheShare());
        int guides = dice.binomial(downloads - fiches, traits.guideShare());
        Map<RowKind, Integer> counts = new EnumMap<>(RowKind.class);
        counts.put(RowKind.OPEN, opens);
        counts.put(RowKind.SHADOW, (int) (opens * Traits.SHADOWS + dice.unit()));
        counts.put(RowKind.CLICK, dice.poisson(opens * traits.clickRate()));
        counts.put(RowKind.ARTICLE, dice.poisson(traits.articles() * scale));
        counts.put(RowKind.FICHE, fiches);
        counts.put(RowKind.GUIDE, guides);
        counts.put(RowKind.OTHER_DOWNLOAD, downloads - fiches - guides);
        counts.put(RowKind.MISC, dice.poisson(traits.misc() * scale));
        return new RowPlan(counts);
    }

    /** The plan of a machine that opens all mails and follows many links. */
    static RowPlan robot(int rows) {
        Map<RowKind, Integer> counts = new EnumMap<>(RowKind.class);
        counts.put(RowKind.OPEN, (int) (rows * 0.45));
        counts.put(RowKind.SHADOW, (int) (rows * 0.38));
        counts.put(RowKind.CLICK, (int) (rows * 0.08));
        counts.put(RowKind.ARTICLE, (int) (rows * 0.02));
        counts.put(RowKind.FICHE, (int) (rows * 0.01));
        return new RowPlan(counts).resized(rows);
    }

    int of(RowKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    int rows() {
        int rows = 0;
        for (int count : counts.values()) {
            rows += count;
        }
        return rows;
    }

    /** This plan with another number of rows: missing rows are miscellaneous ones, surplus rows go kind by kind. */
    RowPlan resized(int rows) {
        int excess = rows() - rows;
        if (excess == 0) {
            return this;
        }
        Map<RowKind, Integer> resized = new EnumMap<>(RowKind.class);
        for (RowKind kind : RowKind.values()) {
            int fewer = Math.max(0, Math.min(excess, of(kind)));
            resized.put(kind, of(kind) - fewer);
            excess -= fewer;
        }
        resized.merge(RowKind.MISC, -excess, Integer::sum);
        return new RowPlan(resized);
    }
}
