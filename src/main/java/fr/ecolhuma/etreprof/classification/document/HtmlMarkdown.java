package fr.ecolhuma.etreprof.classification.document;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the tidy HTML of a converted document as markdown: one paragraph, heading or item a line. */
final class HtmlMarkdown {

    private static final Pattern TAG = Pattern.compile("<(?<close>/?)(?<name>[a-z][a-z0-9]*)[^>]*>");
    private static final Map<String, String> INLINE = Map.of("strong", "**", "em", "*");
    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "br");

    private final StringBuilder markdown = new StringBuilder();
    private StringBuilder line = new StringBuilder();
    private String prefix = "";

    private HtmlMarkdown() {}

    static String of(String html) {
        HtmlMarkdown writer = new HtmlMarkdown();
        Matcher tag = TAG.matcher(html);
        int from = 0;
        while (tag.find()) {
            writer.line.append(plain(html.substring(from, tag.start())));
            writer.tag(tag.group("name"), tag.group("close").isEmpty());
            from = tag.end();
        }
        writer.line.append(plain(html.substring(from)));
        writer.endLine();
        return writer.markdown.toString();
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

    /** A mark counts only where it touches the word it marks: spaces inside are moved out. */
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
        String text = line.toString().strip();
        line = new StringBuilder();
        if (!text.isEmpty()) {
            markdown.append(prefix).append(text).append("\n\n");
        }
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace('\n', ' ')
                .replace("&amp;", "&");
    }
}
