package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Locale;

/** The SQL engine failed; the caller, which knows the export, turns this into an {@code ExportException}. */
public final class EngineException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    EngineException(SQLException cause) {
        super(cause);
    }

    /** Whether it lacked memory or disk: then the export may be sound. */
    public boolean isShortOfRoom() {
        return isDiskFull() || said().contains("out of memory");
    }

    /** Whether its temporary disk was full. */
    public boolean isDiskFull() {
        return said().contains("no space") || said().contains("max_temp_directory_size");
    }

    /**
     * What to tell the operator.
     *
     * @param what it worked on
     */
    public ExportException refusal(String what, EngineSettings settings) {
        return isDiskFull()
                ? ExportException.diskFull(what)
                : new ExportException("%s cannot be counted: the SQL engine lacks memory at a limit of %s; provide more"
                        .formatted(what, settings.megabytes()));
    }

    private String said() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
    }
}
