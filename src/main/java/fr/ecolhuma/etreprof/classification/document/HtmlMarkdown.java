package fr.ecolhuma.etreprof.classification.document;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes the HTML of a converted document as markdown: one paragraph, heading or list item per line. */
final class HtmlMarkdown implements NodeVisitor {

    private static final Map<String, String> INLINE = Map.of("strong", "**", "em", "*");
    private static final String BREAK = "br";
    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", BREAK);
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final String SOFT_HYPHEN = "\u00AD";
    private static final Pattern MARKED = Pattern.compile("(\\*{1,2})([^*]+)\\1");

    private final StringBuilder markdown = new StringBuilder();
    private StringBuilder line = new StringBuilder();
    private String prefix = "";

    private HtmlMarkdown() {}

    static String of(String html) {
        HtmlMarkdown writer = new HtmlMarkdown();
        Jsoup.parseBodyFragment(html).body().traverse(writer);
        writer.endLine();
        return writer.markdown.toString();
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode text ->
                line.append(text.getWholeText()
                        .replace('\n', ' ')
                        .replace(NO_BREAK_SPACE, ' ')
                        .replace(SOFT_HYPHEN, ""));
            case Element element -> tag(element.normalName(), true);
            default -> {
                // comments and the like hold no text
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !element.normalName().equals(BREAK)) {
            tag(element.normalName(), false);
        }
    }

    private void tag(String name, boolean opens) {
        String inline = INLINE.get(name);
        if (inline != null) {
            mark(inline, opens);
        } else if (name.equals("td") || name.equals("th")) {
            line.append(' ');
        } else if (BLOCKS.contains(name)) {
            endLine();
            prefix = opens ? prefix(name, prefix) : "";
        }
    }

    private static String prefix(String name, String before) {
        if (name.equals("li")) {
            return "- ";
        }
        boolean heading = name.length() == 2 && name.charAt(0) == 'h';
        return heading ? "#".repeat(name.charAt(1) - '0') + " " : before;
    }

    /** In markdown, a mark must touch the word that it marks: spaces inside are moved out. */
    private void mark(String mark, boolean opens) {
        if (opens) {
            line.append(mark);
            return;
        }
        int end = line.length();
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        boolean empty =
                end >= mark.length() && line.substring(end - mark.length(), end).equals(mark);
        if (empty) {
            line.delete(end - mark.length(), end);
        } else {
            line.insert(end, mark);
        }
    }

    private void endLine() {
        String written = line.toString().strip();
        String text = MARKED.matcher(written)
                .replaceAll(marked ->
                        Matcher.quoteReplacement(isInWord(marked, written) ? marked.group(2) : marked.group()));
        line = new StringBuilder();
        if (!text.isEmpty()) {
            markdown.append(prefix).append(text).append("\n\n");
        }
    }

    /** Whether only a part of a word is marked: the word would be cut there. */
    private static boolean isInWord(MatchResult marked, String text) {
        return (marked.start() > 0 && Character.isLetter(text.charAt(marked.start() - 1)))
                || (marked.end() < text.length() && Character.isLetter(text.charAt(marked.end())));
    }
}
