package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.Locale;

/** How a column of times is written. */
public enum TimeForm {
    /** As dates and times of day. */
    TEXT,
    /** As seconds since 1970. */
    SECONDS,
    /** As milliseconds since 1970. */
    MILLISECONDS;

    /** The name for people. */
    public String written() {
        return this == TEXT ? ColumnAccount.USUAL : name().toLowerCase(Locale.ROOT) + " since 1970";
    }
}
