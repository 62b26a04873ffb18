package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.Locale;

/** The French sentence that says why a content is on a segment's list. */
public final class SegmentReason {

    /** Gives the French name of a défi from its code. */
    public interface Labels {

        String labelOf(String defi);
    }

    private static final double LEAST_SHOWN = 0.01;

    /** Fewer users than these are not counted where others read it. */
    private static final int FEWEST = 5;

    private final String segmentName;
    private final Labels labels;

    SegmentReason(String segmentName, Labels labels) {
        this.segmentName = segmentName;
        this.labels = labels;
    }

    /** The sentence for a content of the catalogue. */
    String of(CatalogueItem item, SegmentUsage usage, int content) {
        String figure = figure(usage, content, "");
        if (!item.isPriority()) {
            return figure + ".";
        }
        return "Défi prioritaire « %s » — %s."
                .formatted(
                        labels.labelOf(item.defis().getFirst()),
                        figure.substring(0, 1).toLowerCase(Locale.FRENCH) + figure.substring(1));
    }

    /**
     * What the figures say, without a full stop. The segment is named where it speaks for the content and has enough users
     * of it.
     *
     * @param usage of the segment
     * @param stage of the teachers that were counted, such as {@code " de collège"}; empty for all
     */
    String figure(SegmentUsage usage, int content, String stage) {
        boolean few = usage.entries().get(content).segmentUsers() < FEWEST;
        if (few || usage.segmentShare(content) < usage.populationShare(content)) {
            return figureOfAll(usage, content, stage);
        }
        return "Consulté par %s%s du groupe « %s », contre %s de l'ensemble des enseignants%s"
                .formatted(
                        percent(usage.segmentShare(content)),
                        stage.isEmpty() ? "" : " des enseignants" + stage,
                        segmentName,
                        percent(usage.populationShare(content)),
                        stage);
    }

    /** The same of all users, whatever their segment. */
    static String figureOfAll(SegmentUsage usage, int content, String stage) {
        int users = usage.entries().get(content).allUsers();
        if (users < FEWEST) {
            return users == 0
                    ? "Pas encore consulté : un contenu à découvrir"
                    : "Encore peu consulté : un contenu à découvrir";
        }
        return "Consulté par %s de l'ensemble des enseignants%s"
                .formatted(percent(usage.populationShare(content)), stage);
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
