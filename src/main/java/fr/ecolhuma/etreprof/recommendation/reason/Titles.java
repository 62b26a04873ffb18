package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The titles of a catalogue as a sentence quotes them: at most {@link #MOST} characters and one colon, other marks for
 * quotations inside them, and a no-break space before each of {@code : ; ? ! %}.
 */
final class Titles {

    /** The most characters of a title that are shown, including the ellipsis. */
    static final int MOST = 60;

    private static final String ELLIPSIS = "…";
    private static final Pattern OPENING = Pattern.compile("«[ \\u00a0\\u202f]*");
    private static final Pattern CLOSING = Pattern.compile("[ \\u00a0\\u202f]*»");
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Pattern BEFORE_MARK = Pattern.compile("[ \\u202f]+(?=[:;?!%])");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s\\u00a0\\u202f,;:.…–—(“-]+$");

    private final List<CatalogueItem> catalogue;

    /** The quoted titles; each is made at its first use, since the same ones recur. */
    private final @Nullable String[] quoted;

    Titles(List<CatalogueItem> catalogue) {
        this.catalogue = catalogue;
        this.quoted = new String[catalogue.size()];
    }

    /** Whether teachers may read the content: one that is not online is not named. */
    boolean isShown(int row) {
        return catalogue.get(row).published();
    }

    /** The title between guillemets. */
    String quoted(int row) {
        String known = quoted[row];
        if (known == null) {
            // two threads may make the same title; either may stay
            known = quote(catalogue.get(row).title());
            quoted[row] = known;
        }
        return known;
    }

    static String quote(String title) {
        String even = WHITE.matcher(title.strip()).replaceAll(" ");
        String marked = CLOSING.matcher(OPENING.matcher(even).replaceAll("“")).replaceAll("”");
        String spaced = BEFORE_MARK.matcher(marked).replaceAll("\u00a0");
        return "«\u00a0" + (spaced.isEmpty() ? "sans titre" : cut(spaced)) + "\u00a0»";
    }

    /** Cuts a title at a word, before the second colon and before the longest length. */
    private static String cut(String title) {
        int second = title.indexOf(':', title.indexOf(':') + 1);
        boolean once = second < 0 || second == title.indexOf(':');
        if (once && title.length() <= MOST) {
            return title;
        }
        String head = once ? title : title.substring(0, second);
        int longest = MOST - ELLIPSIS.length() - (title.indexOf('“') < 0 ? 0 : 1);
        String words = LOOSE_END.matcher(atWord(head, longest)).replaceFirst("");
        boolean open = words.lastIndexOf('“') > words.lastIndexOf('”');
        return words + ELLIPSIS + (open ? "”" : "");
    }

    private static String atWord(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        if (space > 0) {
            return text.substring(0, space);
        }
        boolean pair = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, pair ? longest - 1 : longest);
    }
}
