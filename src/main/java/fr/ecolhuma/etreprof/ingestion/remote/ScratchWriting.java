package fr.ecolhuma.etreprof.ingestion.remote;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;

/** The words for a temporary disk that cannot be written: the export may be sound then. */
public final class ScratchWriting {

    private ScratchWriting() {}

    /** Whether there was no space left. */
    public static boolean isFull(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left");
    }

    /** The end of work on an export that was being copied. */
    public static ExportException refusal(String name, IOException failure) {
        return isFull(failure)
                ? ExportException.diskFull(name)
                : new ExportException(
                        "%s cannot be copied to the temporary disk; check that it is writable".formatted(name));
    }
}
