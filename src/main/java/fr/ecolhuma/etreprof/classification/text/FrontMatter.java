package fr.ecolhuma.etreprof.classification.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a file in YAML or TOML: its words are not part of the text. */
final class FrontMatter {

    private static final Pattern FENCED = Pattern.compile(
            "\\A\\s*(?:---[ \\t]*\\n(?<yaml>.*?)\\n(?:---|\\.\\.\\.)|\\+\\+\\+[ \\t]*\\n(?<toml>.*?)\\n\\+\\+\\+)[ \\t]*(?:\\n|\\z)",
            Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\\s*+[\"']?[\\p{L}\\w.-]++[\"']?[ \\t]*+[:=]");
    private static final int LONGEST = 20_000;

    private FrontMatter() {}

    /** The text with its closed front matter, if it has any, turned into spaces, so that all offsets stay valid. */
    static String blanked(String text) {
        Matcher head = FENCED.matcher(text).region(0, Math.min(text.length(), LONGEST));
        if (!head.find()) {
            return text;
        }
        String inside = head.group("yaml") == null ? head.group("toml") : head.group("yaml");
        if (!KEY.matcher(inside).lookingAt()) {
            return text;
        }
        return head.group().replaceAll("[^\\n]", " ") + text.substring(head.end());
    }
}
