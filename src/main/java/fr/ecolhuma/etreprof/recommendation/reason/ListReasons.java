package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.util.List;

/**
 * The sentences of one list, each with one main clause. A content that another one has named twice is explained by the next
 * best, else by how many use it; where they are too few to count, in general terms.
 */
public final class ListReasons {

    /** Another content is named when it speaks at least by this share of what the strongest does. */
    private static final double STRONG = 0.5;

    private final PersonalReasons all;
    private final NamedTitles named;
    private final int segment;
    private final TaughtLevels taught;

    ListReasons(PersonalReasons all, NamedTitles named, int segment, TaughtLevels taught) {
        this.all = all;
        this.named = named;
        this.segment = segment;
        this.taught = taught;
    }

    /**
     * Of a content that goes with some of the reader's own.
     *
     * @param supporters strongest first
     */
    public String ofHistory(int content, List<Supporter> supporters) {
        List<String> titles = named.name(supporters, STRONG, 2);
        return titles.isEmpty()
                ? ofUseOr(
                        content,
                        supporters,
                        " est consulté par des enseignants qui lisent les mêmes contenus que vous.")
                : Subject.CONTENT + " vous est proposé parce que vous avez consulté " + String.join(" et ", titles)
                        + ".";
    }

    /**
     * Of a content that is like some of the reader's own.
     *
     * @param supporters the most alike first
     */
    public String ofLikeness(int content, List<Supporter> supporters) {
        List<String> titles = named.name(supporters, STRONG, 1);
        return titles.isEmpty()
                ? ofUseOr(content, supporters, " est proche d'un contenu que vous avez consulté.")
                : Subject.CONTENT + " est proche de " + titles.getFirst() + ", que vous avez consulté.";
    }

    /** By use only where titles were named often enough; of contents that are not shown it says no more than that. */
    private String ofUseOr(int content, List<Supporter> supporters, String otherwise) {
        boolean shown = supporters.stream().anyMatch(one -> all.titles().isShown(one.row()));
        return shown && all.isCounted(content, segment, taught) ? ofUse(content) : Subject.CONTENT + otherwise;
    }

    /** Of a content that users of the one looked at use, too. */
    public String ofSharedUsers(int with) {
        return Subject.CONTENT + " est consulté par des enseignants qui ont aussi consulté " + lookedAt(with) + ".";
    }

    /** Of a content that is like the one looked at. */
    public String ofKinship(int with) {
        return Subject.CONTENT + " est proche de " + lookedAt(with) + ".";
    }

    private String lookedAt(int with) {
        return named.name(with) ? all.titles().quoted(with) : "celui que vous regardez";
    }

    /** Of a content by how many use it. */
    public String ofUse(int content) {
        return all.ofUse(content, segment, taught);
    }

    /** Of a content on a place that is reserved for défis. */
    public String ofDefi(int content, String sentence) {
        return all.withDefi(content, sentence);
    }
}
