package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.Locale;

/** Writes how many users have used a content, in a sentence with one figure. */
final class UseReason {

    private static final double LEAST_SHOWN = 0.01;

    /** The fewest users whose number is shown to others. */
    private static final int FEWEST = 5;

    private UseReason() {}

    /** Whether enough users have used it to show their number. */
    static boolean isCounted(SegmentUsage usage, int content) {
        return usage.entries().get(content).allUsers() >= FEWEST;
    }

    /**
     * Counts the segment's users if enough of them used it and it stands out among them, else all users.
     *
     * @param stage of the users that were counted, such as {@code " qui enseignent au collège"}; empty for all
     * @param segment the segment's users in words, such as {@code " de ce groupe"}
     */
    static String ofSegment(SegmentUsage usage, int content, String stage, String segment) {
        boolean few = usage.entries().get(content).segmentUsers() < FEWEST;
        return few || usage.segmentShare(content) < usage.populationShare(content)
                ? ofAll(usage, content, stage)
                : sentence(usage.segmentShare(content), stage + segment);
    }

    /** Counts all users, whatever their segment. */
    static String ofAll(SegmentUsage usage, int content, String stage) {
        if (isCounted(usage, content)) {
            return sentence(usage.populationShare(content), stage);
        }
        boolean none = usage.entries().get(content).allUsers() == 0;
        return "%s, %s consulté, reste à découvrir.".formatted(Subject.CONTENT, none ? "pas encore" : "encore peu");
    }

    private static String sentence(double share, String who) {
        return "%s a été consulté par %s des inscrits%s.".formatted(Subject.CONTENT, percent(share), who);
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
