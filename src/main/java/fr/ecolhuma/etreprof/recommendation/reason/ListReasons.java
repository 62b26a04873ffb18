package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.util.List;

/**
 * The sentences of one list, each with one main clause. Each title is named at most twice; then the next best title
 * explains a content, else the number of its users, or general terms if these are too few to count.
 */
public final class ListReasons {

    /** A content is named if its weight is at least this share of the strongest one's. */
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
     * The sentence of a content that shares users with the reader's contents.
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
     * The sentence of a content that is like some of the reader's contents.
     *
     * @param supporters the most alike first
     */
    public String ofLikeness(int content, List<Supporter> supporters) {
        List<String> titles = named.name(supporters, STRONG, 1);
        return titles.isEmpty()
                ? ofUseOr(content, supporters, " est proche d'un contenu que vous avez consulté.")
                : Subject.CONTENT + " est proche de " + titles.getFirst() + ", que vous avez consulté.";
    }

    /** By use only if titles were named often enough; for contents that are not shown, the general sentence. */
    private String ofUseOr(int content, List<Supporter> supporters, String otherwise) {
        boolean shown = supporters.stream().anyMatch(one -> all.titles().isShown(one.row()));
        return shown && all.isCounted(content, segment, taught) ? ofUse(content) : Subject.CONTENT + otherwise;
    }

    /** The sentence of a content that users of the viewed content also use. */
    public String ofSharedUsers(int with) {
        return Subject.CONTENT + " est consulté par des enseignants qui ont aussi consulté " + lookedAt(with) + ".";
    }

    /** The sentence of a content that is like the viewed content. */
    public String ofKinship(int with) {
        return Subject.CONTENT + " est proche de " + lookedAt(with) + ".";
    }

    private String lookedAt(int with) {
        return named.name(with) ? all.titles().quoted(with) : "celui que vous regardez";
    }

    /** The sentence of a content by the number of its users. */
    public String ofUse(int content) {
        return all.ofUse(content, segment, taught);
    }

    /** The sentence of a content on a place reserved for défis. */
    public String ofDefi(int content, String sentence) {
        return all.withDefi(content, sentence);
    }
}
