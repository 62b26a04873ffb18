package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import java.io.IOException;
import java.nio.file.Files;

/** About how much memory the SQL engine needs for an export: 500 MB suffice for 7 GB of CSV, 100 million events. */
final class MemoryNeed {

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 256;
    private static final long STEP = 100;
    /** Bytes of CSV for each byte of memory. */
    private static final long SHARE = 14;

    private MemoryNeed() {}

    /** The need in the unit in which operators set it. */
    static String of(ExportFile file) {
        try {
            return of(Files.size(file.path()), file.format());
        } catch (IOException _) {
            return LEAST + "MB";
        }
    }

    /** That of a file of a size; a packed one has several times as much text. */
    static String of(long bytes, ExportFile.Format format) {
        long text = switch (format) {
            case CSV -> bytes;
            case PARQUET -> 5 * bytes;
            case CSV_GZ -> 6 * bytes;
        };
        long steps = Math.ceilDiv(text, SHARE * MEGABYTE * STEP);
        return Math.max(LEAST, steps * STEP) + "MB";
    }
}
