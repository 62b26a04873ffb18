package fr.ecolhuma.etreprof.recommendation;

import java.util.Locale;

/** The French sentence that says why a content is on a segment's list. */
public final class SegmentReason {

    /** Gives the French name of a challenge from its code. */
    public interface Labels {

        String labelOf(String defi);
    }

    private static final double LEAST_SHOWN = 0.01;

    private final String segmentName;
    private final Labels labels;

    SegmentReason(String segmentName, Labels labels) {
        this.segmentName = segmentName;
        this.labels = labels;
    }

    /**
     * The sentence.
     *
     * @param segmentShare share of the segment's users who used the content, 0 to 1
     * @param populationShare the same of all users
     */
    String of(CatalogueItem item, double segmentShare, double populationShare) {
        String figure = figure(segmentShare, populationShare);
        if (!item.isPriority()) {
            return figure + ".";
        }
        return "Défi prioritaire « %s » — %s."
                .formatted(
                        labels.labelOf(item.defis().getFirst()),
                        figure.substring(0, 1).toLowerCase(Locale.FRENCH) + figure.substring(1));
    }

    /** What the figures say, without a full stop. */
    String figure(double segmentShare, double populationShare) {
        if (populationShare == 0) {
            return "Pas encore consulté : un contenu à découvrir";
        }
        String comparison = segmentShare >= populationShare ? "contre" : "pour";
        return "Consulté par %s du groupe « %s », %s %s de l'ensemble des enseignants"
                .formatted(percent(segmentShare), segmentName, comparison, percent(populationShare));
    }

    static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < LEAST_SHOWN) {
            return "moins de 0,01\u00a0%";
        }
        int decimals = percent >= 1 || percent == 0 ? 1 : 2;
        return String.format(Locale.FRENCH, "%." + decimals + "f\u00a0%%", percent);
    }
}
