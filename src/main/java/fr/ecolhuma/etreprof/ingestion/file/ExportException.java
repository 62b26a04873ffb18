package fr.ecolhuma.etreprof.ingestion.file;

import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.Serial;

/** An export that cannot be used; the message says what was found, what was expected and what to do. */
public final class ExportException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean diskFull;

    /** A refusal, with the file (its name alone) and where possible the line and column in the message. */
    public ExportException(String message) {
        this(message, false);
    }

    private ExportException(String message, boolean diskFull) {
        super(message);
        this.diskFull = diskFull;
    }

    /** The end of work on an export that may be sound, since there is no free space on the temporary disk. */
    public static ExportException diskFull(String file) {
        return new ExportException(
                "%s: the temporary disk is full; free some space on it, or give the service a larger one, and try again"
                        .formatted(file),
                true);
    }

    /** The refusal of an export without a usable row. */
    public static ExportException nothingKept(RowAccount account, String what) {
        if (account.read() == 0) {
            return new ExportException("%s has a header but no rows; expected rows below it".formatted(account.file()));
        }
        return new ExportException("%s: no %s; found %d rows, rejected: %s"
                .formatted(account.file(), what, account.read(), account.reasons()));
    }

    /** Whether the temporary disk was full. */
    public boolean isDiskFull() {
        return diskFull;
    }
}
