package fr.ecolhuma.etreprof.classification.text;

/** Finds texts whose tables would cost too much: the parser fills each row up to the columns of its table. */
final class TableCells {

    /** The cells of 2,000 rows of 50 columns. */
    private static final int MOST = 100_000;

    private TableCells() {}

    /** Whether the tables have few cells, even if all lines were rows of the widest table. */
    static boolean areFew(String text) {
        long lines = 1;
        int columns = 1;
        int widest = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines++;
                columns = 1;
            } else if (c == '|') {
                columns++;
                widest = Math.max(widest, columns);
            }
        }
        return lines * widest <= MOST;
    }
}
