package fr.ecolhuma.etreprof.classification.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.SourceSpan;

/**
 * The words in blocks of HTML, which a reader sees though markdown does not: tags become what markdown says with line ends
 * and signs, as long as they were, so that places stay what they are.
 */
final class HtmlBlocks {

    private static final Pattern HIDDEN = Pattern.compile(
            "<!--.*?(?:-->|\\z)|<(script|style|pre|code|textarea)\\b.*?(?:</\\1\\s*+>|\\z)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG =
            Pattern.compile("</?+(?<name>[a-z][a-z0-9]*+)[^<>]*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDENT = Pattern.compile("^[ \\t]++(?=\\S)", Pattern.MULTILINE);
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "cite", "del", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong", "sub",
            "sup", "u");
    private static final String NO_INDENT = "\u00A0";

    private HtmlBlocks() {}

    /** The source with the words of its blocks of HTML laid open. */
    static String opened(String source, List<HtmlBlock> blocks) {
        StringBuilder opened = new StringBuilder(source);
        for (HtmlBlock block : blocks) {
            List<SourceSpan> spans = block.getSourceSpans();
            int start = spans.getFirst().getInputIndex();
            int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
            opened.replace(start, end, opened(source.substring(start, end)));
        }
        return opened.toString();
    }

    private static String opened(String html) {
        String shown = HIDDEN.matcher(html).replaceAll(found -> spaces(length(found)));
        String signs = TAG.matcher(shown).replaceAll(HtmlBlocks::sign);
        return INDENT.matcher(signs).replaceAll(found -> NO_INDENT.repeat(length(found)));
    }

    private static String sign(MatchResult tag) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        if (INLINE.contains(name)) {
            return spaces(length(tag));
        }
        boolean heading = name.matches("h[1-6]") && tag.group().charAt(1) != '/';
        String sign = heading ? heading(name) : "\n\n";
        return spaces(length(tag) - sign.length()) + sign;
    }

    private static String heading(String name) {
        return name.equals("h1") ? "\n# " : "\n## ";
    }

    private static int length(MatchResult found) {
        return found.end() - found.start();
    }

    private static String spaces(int length) {
        return " ".repeat(length);
    }
}
