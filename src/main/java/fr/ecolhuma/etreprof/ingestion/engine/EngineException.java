package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL engine failed; the caller, which knows the export, turns this into an {@code ExportException}. */
public final class EngineException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** As in {@code could not allocate block of size 256.0 KiB (95.2 MiB/95.3 MiB used)}. */
    private static final Pattern USED = Pattern.compile("/([\\d.]+ [A-Za-z]+) used");

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

    /** The limit of its memory, as it says it; empty where it has not reached one. */
    public Optional<String> memoryLimit() {
        Matcher used = USED.matcher(String.valueOf(getMessage()));
        return used.find() ? Optional.of(used.group(1)) : Optional.empty();
    }

    /**
     * What to tell the operator.
     *
     * @param what it worked on
     */
    public ExportException refusal(String what, EngineSettings settings) {
        return isDiskFull()
                ? ExportException.diskFull(what)
                : new ExportException(
                        "%s cannot be counted: the SQL engine lacks memory at a limit of %s; set ETREPROF_MEMORY_LIMIT to more"
                                .formatted(what, settings.megabytes()));
    }

    private String said() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
    }
}
