package fr.ecolhuma.etreprof.classification.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fence around a whole text, as assistants give a text to copy: what is inside is the text, not code. */
final class OuterFence {

    /** Without a way back inside the line: a long line that is no fence would be read again from each of its signs. */
    private static final Pattern OPENING = Pattern.compile(
            "\\A\\s*?(?<line> {0,3}(?<sign>`{3,}+|~{3,}+)[ \\t]*+(?<word>[^`\\s]*+)[^`\\n]*+)(?:\\n|\\z)");

    private static final Pattern CLOSING = Pattern.compile("(?m)^ {0,3}(`{3,}|~{3,})[ \\t]*$");
    private static final Set<String> MARKDOWN = Set.of("markdown", "md");

    /** A fence that names another language holds code. */
    private static final Set<String> TEXT =
            Set.of("", "markdown", "md", "text", "texte", "txt", "plain", "plaintext", "plain-text");

    private OuterFence() {}

    /** The text with the lines of such a fence turned into spaces: places stay what they are. */
    static String blanked(String text) {
        Matcher opening = OPENING.matcher(text);
        if (!opening.find() || !TEXT.contains(word(opening))) {
            return text;
        }
        List<MatchResult> closings = CLOSING.matcher(text)
                .results()
                .filter(line -> line.start() >= opening.end() && line.group(1).startsWith(opening.group("sign")))
                .toList();
        StringBuilder blanked = new StringBuilder(text);
        blank(blanked, opening.start("line"), opening.end("line"));
        if (closings.isEmpty()) {
            return blanked.toString();
        }
        MatchResult last = closings.getLast();
        boolean whole = text.substring(last.end()).isBlank();
        boolean markdown = MARKDOWN.contains(word(opening));
        if (!whole || (closings.size() > 1 && !markdown)) {
            return text;
        }
        blank(blanked, last.start(), last.end());
        return blanked.toString();
    }

    private static String word(Matcher opening) {
        return opening.group("word").toLowerCase(Locale.ROOT);
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, " ".repeat(end - start));
    }
}
