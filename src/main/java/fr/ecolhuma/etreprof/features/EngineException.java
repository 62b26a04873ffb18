package fr.ecolhuma.etreprof.features;

import java.io.Serial;
import java.sql.SQLException;

/** The SQL engine failed; whoever knows which export it read turns this into an {@link ExportException}. */
final class EngineException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    EngineException(SQLException cause) {
        super(cause);
    }

    /** What the engine says, in lower case. */
    String said() {
        return String.valueOf(getMessage()).toLowerCase(java.util.Locale.ROOT);
    }
}
