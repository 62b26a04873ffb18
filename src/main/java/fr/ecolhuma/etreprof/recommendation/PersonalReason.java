package fr.ecolhuma.etreprof.recommendation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The French sentence that says why a content is on a personal list. */
final class PersonalReason {

    /** A second content is named with the first when it contributes at least this share of what the first does. */
    private static final double SECOND = 0.5;

    private static final Pattern OPENING = Pattern.compile("«[ \\u00a0\\u202f]*");
    private static final Pattern CLOSING = Pattern.compile("[ \\u00a0\\u202f]*»");

    private final List<SegmentUsage> usage;
    private final List<SegmentReason> segments;
    private final SegmentReason.Labels labels;

    /** By segment, from none, and content; made when they are first wanted, since the same are wanted again and again. */
    private final @Nullable String[][] ofUse;

    /**
     * Sentences.
     *
     * @param names French names of the segments
     * @param labels French names of the challenges
     */
    PersonalReason(List<SegmentUsage> usage, List<String> names, SegmentReason.Labels labels) {
        this.usage = usage;
        this.segments =
                names.stream().map(name -> new SegmentReason(name, labels)).toList();
        this.labels = labels;
        this.ofUse = new String[usage.size() + 1][usage.getFirst().entries().size()];
    }

    /** Of a content that goes with some of the history, strongest first. */
    String ofHistory(List<PersonalEntry.Because> because) {
        PersonalEntry.Because first = because.getFirst();
        String titles = quoted(first.item());
        if (because.size() > 1 && because.get(1).contribution() >= SECOND * first.contribution()) {
            titles += " et " + quoted(because.get(1).item());
        }
        return "Parce que vous avez consulté " + titles + ".";
    }

    /** Of a content that is like one of the history. */
    String ofLikeness(CatalogueItem like) {
        return closeTo(like) + ", que vous avez consulté.";
    }

    /** Of a content that goes with one that is being looked at. */
    String ofSharedUsers(CatalogueItem with) {
        return "Consulté par les enseignants qui ont aussi consulté %s.".formatted(quoted(with));
    }

    /** Of a content that is like one that is being looked at. */
    String ofKinship(CatalogueItem with) {
        return closeTo(with) + ".";
    }

    /**
     * Of a content by how many use it.
     *
     * @param segment -1 for none
     */
    String ofUse(int content, int segment) {
        @Nullable String[] sentences = ofUse[segment + 1];
        String known = sentences[content];
        if (known == null) {
            // two threads may write the same sentence, and either will do
            known = makeOfUse(content, segment);
            sentences[content] = known;
        }
        return known;
    }

    private String makeOfUse(int content, int segment) {
        SegmentUsage any = usage.get(Math.max(0, segment));
        double share = any.populationShare(content);
        if (segment >= 0) {
            return segments.get(segment).figure(any.segmentShare(content), share) + ".";
        }
        return share == 0
                ? "Pas encore consulté : un contenu à découvrir."
                : "Consulté par %s de l'ensemble des enseignants.".formatted(SegmentReason.percent(share));
    }

    /** Of a content on a reserved place, before what else speaks for it. */
    String ofChallenge(CatalogueItem item, String sentence) {
        return "Défi prioritaire « " + labels.labelOf(item.defis().getFirst()) + " » : "
                + sentence.substring(0, 1).toLowerCase(Locale.FRENCH) + sentence.substring(1);
    }

    private static String closeTo(CatalogueItem item) {
        return (item.published() ? "Proche de " : "Proche d'") + quoted(item);
    }

    /** The title of a content that is online; another one's is not for teachers' eyes. */
    private static String quoted(CatalogueItem item) {
        if (!item.published()) {
            return "un contenu qui n'est plus en ligne";
        }
        return "« "
                + (item.title().isBlank()
                        ? "sans titre"
                        : withoutGuillemets(item.title().strip())) + " »";
    }

    /** French puts what is quoted inside a quotation between other marks. */
    private static String withoutGuillemets(String title) {
        return title.indexOf('«') < 0
                ? title
                : CLOSING.matcher(OPENING.matcher(title).replaceAll("“")).replaceAll("”");
    }
}
