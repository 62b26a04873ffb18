package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.RowScan;
import fr.ecolhuma.etreprof.ingestion.file.TextEncoding;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;

/**
 * An export in CSV as the SQL engine can read it: the file itself, or a copy on the temporary disk.
 *
 * @param path where it is
 * @param packed whether it is packed by gzip
 * @param skipped lines before the header
 */
record EngineText(Path path, boolean packed, int skipped) {

    /** What fills a copy. */
    private interface Filler {

        void fill(OutputStream out) throws IOException;
    }

    private static final int BUFFER = 1 << 16;

    /** The file, or a copy in UTF-8 of one in UTF-16. */
    static EngineText of(DuckDb engine, ExportFile file) {
        int skipped = file.form().announced() ? 1 : 0;
        if (file.form().encoding() == TextEncoding.UTF_8) {
            return new EngineText(file.path(), file.format() == ExportFile.Format.CSV_GZ, skipped);
        }
        Path copy = engine.scratch(file.role() + ".utf8.csv");
        write(file, copy, out -> {
            try (InputStream in = file.open()) {
                byte[] buffer = new byte[BUFFER];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    Cancellation.check();
                    out.write(buffer, 0, count);
                }
            }
        });
        return new EngineText(copy, false, skipped);
    }

    /** A copy of the rows that are whole, each with as many cells as the header and an end as the others have. */
    static EngineText ofWholeRows(DuckDb engine, ExportFile file, List<String> names) {
        Path copy = engine.scratch(file.role() + ".rows.csv");
        write(file, copy, out -> {
            String header =
                    String.join(String.valueOf(file.form().separator()), Collections.nCopies(names.size(), "x"));
            out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
            try (RowScan scan = RowScan.open(file, names)) {
                scan.keepBytes();
                while (scan.next()) {
                    Cancellation.check();
                    if (scan.defect() == null) {
                        scan.copyTo(out);
                    }
                }
            }
        });
        return new EngineText(copy, false, 0);
    }

    private static void write(ExportFile file, Path copy, Filler filler) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), BUFFER)) {
            filler.fill(out);
        } catch (EOFException | ZipException e) {
            throw new ExportException("%s: the packed file is damaged or ends too early; expected a whole gzip file"
                    .formatted(file.name()));
        } catch (IOException e) {
            throw ExportException.diskFull(file.name());
        }
    }
}
