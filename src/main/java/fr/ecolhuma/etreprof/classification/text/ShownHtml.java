package fr.ecolhuma.etreprof.classification.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The visible text of a piece of HTML, each character at its place; tags become spaces, line ends and signs of
 * headings.
 *
 * <p>A piece may begin or end inside a table or a list. The parser drops tags at places where they are not allowed,
 * such as cells without a table; the words on both sides of such a tag then belong to two blocks.
 */
final class ShownHtml implements NodeVisitor {

    private static final Set<String> HIDDEN = Set.of("script", "style", "pre", "code", "textarea");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "cite", "del", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong", "sub",
            "sup", "u");
    private static final Pattern NAME = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)");
    private static final String BREAK = "\n\n";
    private static final int NOTHING_HIDDEN = -1;

    private final String html;
    private final char[] shown;
    private final BitSet parsed;
    private int hiddenDepth = NOTHING_HIDDEN;

    ShownHtml(String html) {
        this.html = html;
        this.shown = new char[html.length()];
        Arrays.fill(shown, ' ');
        this.parsed = new BitSet(shown.length);
    }

    @Override
    public void head(Node node, int depth) {
        if (!isHidden() && HIDDEN.contains(node.normalName())) {
            hiddenDepth = depth;
        }
        Range range = node.sourceRange();
        if (node instanceof Element element) {
            place(range, sign(element.normalName(), true));
        } else if (place(range, "") && node instanceof TextNode && !isHidden()) {
            html.getChars(range.startPos(), range.endPos(), shown, range.startPos());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            place(element.endSourceRange(), sign(element.normalName(), false));
        }
        if (depth == hiddenDepth) {
            hiddenDepth = NOTHING_HIDDEN;
        }
    }

    /** Whether this is in an element that is not shown as text. */
    private boolean isHidden() {
        return hiddenDepth != NOTHING_HIDDEN;
    }

    private String sign(String name, boolean opens) {
        if (isHidden() || INLINE.contains(name)) {
            return "";
        }
        boolean heading = opens && name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
        if (!heading) {
            return BREAK;
        }
        return name.equals("h1") ? "\n# " : "\n## ";
    }

    /** Puts a sign at the end of a range, if the range is in the source. */
    private boolean place(Range range, String sign) {
        boolean known = range.isTracked() && !range.isImplicit();
        if (known) {
            parsed.set(range.startPos(), range.endPos());
            put(sign, range.startPos(), range.endPos());
        }
        return known;
    }

    private void put(String sign, int start, int end) {
        int length = Math.min(sign.length(), end - start);
        sign.getChars(sign.length() - length, sign.length(), shown, end - length);
    }

    /** Replaces tags that the parser dropped; lone ends of emphasis and the like leave no sign. */
    private static String leftOut(String tags) {
        boolean blocks = NAME.matcher(tags)
                .results()
                .map(name -> name.group(1).toLowerCase(Locale.ROOT))
                .anyMatch(name -> !INLINE.contains(name) && !HIDDEN.contains(name));
        return blocks ? BREAK : "";
    }

    /** The result; it is as long as the piece. */
    String text() {
        int start = parsed.nextClearBit(0);
        while (start < shown.length) {
            int next = parsed.nextSetBit(start);
            int end = next < 0 ? shown.length : next;
            put(leftOut(html.substring(start, end)), start, end);
            start = parsed.nextClearBit(end);
        }
        return new String(shown);
    }
}
