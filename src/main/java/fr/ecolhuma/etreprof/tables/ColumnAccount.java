package fr.ecolhuma.etreprof.tables;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the cells of one column said: {@code filled = understood + notUnderstood}, always. Cells of rows that cannot be split, and
 * cells that a row has no use for, are not among them.
 *
 * @param export {@code users}, {@code contents}, {@code topics} or {@code events}
 * @param file the file's name, without its folder
 * @param column its name
 * @param filled cells that say something
 * @param nulls cells that say nothing
 * @param understood cells whose form and value the column allows
 * @param notUnderstood the others
 * @param form how the whole column is written: {@code usual}, or such as {@code seconds since 1970}
 * @param examples the first of those that are not understood
 */
public record ColumnAccount(
        String export,
        String file,
        String column,
        long filled,
        long nulls,
        long understood,
        long notUnderstood,
        String form,
        List<Example> examples) {

    /** The form of nearly every column. */
    public static final String USUAL = "usual";

    /** How many examples there are at most. */
    public static final int EXAMPLES = 3;

    /**
     * A cell that is not understood.
     *
     * @param line the line its row starts at (the row number in Parquet), the header being line 1
     * @param value the first characters of it; empty in a column that singles a person out
     */
    public record Example(long line, String value) {

        private static final int LONGEST = 40;

        /** An example whose value is cut. */
        public static Example of(long line, String value) {
            return new Example(line, value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
        }
    }

    public ColumnAccount {
        examples = List.copyOf(examples);
        if (filled != understood + notUnderstood) {
            throw new IllegalArgumentException("found %d cells filled, expected %d understood + %d not understood"
                    .formatted(filled, understood, notUnderstood));
        }
    }

    /** What part of the filled cells is not understood; 0 where none is filled. */
    public double share() {
        return filled == 0 ? 0 : (double) notUnderstood / filled;
    }

    /** The examples in a sentence, such as {@code '3 ans' (line 4), '?' (line 9)}. */
    public String shownExamples() {
        return examples.stream()
                .map(example -> example.value().isEmpty()
                        ? "line " + example.line()
                        : "'%s' (line %d)".formatted(example.value(), example.line()))
                .collect(Collectors.joining(", "));
    }
}
