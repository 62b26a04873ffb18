package fr.ecolhuma.etreprof.classification.text;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.SourceSpan;

/** Paragraphs that begin with a tab or spaces, as people type them; markdown takes them for code. */
final class IndentedProse {

    /** The last plus makes it a loop: without it, each line of a paragraph takes its share of the stack. */
    private static final Pattern PARAGRAPH = Pattern.compile("(?m)(?:^[ \\t]*\\S.*(?:\\n|\\z))++");

    private static final int LEAST_WORDS = 5;

    /** French prose has 0.9 and more, lines of code 0.5 to 0.8. */
    private static final double LEAST_LETTERS = 0.85;

    private IndentedProse() {}

    /** The source with such paragraphs of these blocks as others are, as long as it was. */
    static String opened(String source, List<IndentedCodeBlock> blocks) {
        StringBuilder opened = new StringBuilder(source);
        for (IndentedCodeBlock block : blocks) {
            List<SourceSpan> lines = block.getSourceSpans();
            int first = source.lastIndexOf('\n', lines.getFirst().getInputIndex() - 1) + 1;
            int end = lines.getLast().getInputIndex() + lines.getLast().getLength();
            PARAGRAPH
                    .matcher(source)
                    .region(first, end)
                    .results()
                    .filter(paragraph -> isProse(paragraph.group()))
                    .forEach(paragraph -> opened.replace(
                            paragraph.start(), paragraph.end(), PlainText.withoutCode(paragraph.group())));
        }
        return opened.toString();
    }

    /** Whether a paragraph is words and little else. */
    private static boolean isProse(String paragraph) {
        String text = paragraph.strip();
        long signs = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        return text.split("\\s+").length >= LEAST_WORDS && letters >= LEAST_LETTERS * signs;
    }
}
