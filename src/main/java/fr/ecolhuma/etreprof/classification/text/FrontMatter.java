package fr.ecolhuma.etreprof.classification.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a file in YAML or TOML: its title and description are headings, its other words are not part of the text. */
final class FrontMatter {

    private static final Pattern FENCED = Pattern.compile(
            "\\A\\s*(?:---[ \\t]*\\n(?<yaml>.*?)\\n(?:---|\\.\\.\\.)|\\+\\+\\+[ \\t]*\\n(?<toml>.*?)\\n\\+\\+\\+)[ \\t]*(?:\\n|\\z)",
            Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\\s*+[\"']?[\\p{L}\\w.-]++[\"']?[ \\t]*+[:=]");
    private static final Pattern HEADING = Pattern.compile(
            "^[\"']?(?:title|titre|subtitle|sous-titre|description|summary|résumé)[\"']?[ \\t]*[:=][ \\t]*(?<quote>[\"']?)(?<value>[^\\n]*?)\\k<quote>[ \\t]*$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST = 20_000;

    private static final char CURLY = '\u2019';

    private FrontMatter() {}

    /** The text with its closed front matter, if it has any, turned into spaces, so that all offsets stay valid. */
    static String blanked(String text) {
        int end = end(text);
        return text.substring(0, end).replaceAll("[^\\n]", " ") + text.substring(end);
    }

    /** The title and the description; values of several lines are not read. */
    static List<Passage> headings(String text) {
        List<Passage> headings = new ArrayList<>();
        Matcher heading = HEADING.matcher(text).region(0, end(text));
        while (heading.find()) {
            // no block of the body has a number below 0
            headings.add(new Passage(
                    heading.group("value").replace(CURLY, '\''),
                    Alignment.straight(heading.start("value")),
                    Passage.Place.HEADING,
                    -1 - headings.size()));
        }
        return headings;
    }

    /** Where it ends; 0 if there is none. */
    private static int end(String text) {
        Matcher head = FENCED.matcher(text).region(0, Math.min(text.length(), LONGEST));
        if (!head.find()) {
            return 0;
        }
        String inside = head.group("yaml") == null ? head.group("toml") : head.group("yaml");
        return KEY.matcher(inside).lookingAt() ? head.end() : 0;
    }
}
