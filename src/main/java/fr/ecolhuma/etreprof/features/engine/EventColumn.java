package fr.ecolhuma.etreprof.features.engine;

import java.util.Map;

/** A column of the events' export, and where its bits stand in the number that says what the cells of a row are. */
public enum EventColumn {
    ID("id", "", 0),
    USER_ID("user_id", "user_text", 3),
    TYPE("type", "type_text", 6),
    CONTENT_TYPE("content_type", "content_type_text", 9),
    CONTENT_ID("content_id", "content_id_text", 12),
    CREATED_AT("created_at", "time_text", 15);

    private static final int BITS = 7;
    private static final int VALUE = 1;
    private static final int NOTHING = 2;

    /** Seconds since 1970, where times are expected. */
    static final int SECONDS = 4;

    /** The same in milliseconds. */
    static final int MILLISECONDS = 5;

    private final String column;
    private final String text;
    private final int shift;

    EventColumn(String column, String text, int shift) {
        this.column = column;
        this.text = text;
        this.shift = shift;
    }

    /** The name in the export. */
    public String column() {
        return column;
    }

    /** The name of the cell as a text in the views. */
    public String text() {
        return text;
    }

    /** Whether its values single a person out. */
    public boolean isPersonal() {
        return this == USER_ID;
    }

    /** Rows in which the cell says one of some things. */
    private long rows(Map<Integer, Long> tallies, int from, int to) {
        return tallies.entrySet().stream()
                .filter(tally -> {
                    int says = (tally.getKey() >> shift) & BITS;
                    return says >= from && says <= to;
                })
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Rows whose cell has a value. */
    long understood(Map<Integer, Long> tallies) {
        return rows(tallies, VALUE, VALUE);
    }

    /** Rows whose cell says nothing. */
    long nulls(Map<Integer, Long> tallies) {
        return rows(tallies, NOTHING, NOTHING);
    }

    /** Rows whose cell is not understood. */
    long notUnderstood(Map<Integer, Long> tallies) {
        return rows(tallies, NOTHING + 1, BITS);
    }

    /** Rows whose cell says exactly this. */
    long saying(Map<Integer, Long> tallies, int what) {
        return rows(tallies, what, what);
    }

    /** The rows whose cell is not understood, as an SQL condition. */
    public String condition() {
        return "((cells >> %d) & %d) > %d".formatted(shift, BITS, NOTHING);
    }
}
