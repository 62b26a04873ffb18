package fr.ecolhuma.etreprof.features;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A raw export as a file on this machine, its format told by its first bytes and not by its name.
 *
 * @param role what it is, such as {@code users}
 * @param name the file's name for messages, without its folder
 * @param path where it is
 * @param format how it is written
 */
record ExportFile(String role, String name, Path path, Format format) {

    enum Format {
        CSV,
        CSV_GZ,
        PARQUET
    }

    private static final int PROBE = 4096;

    static ExportFile at(String role, String name, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ExportException(
                    "%s: no such file; expected the %s export as CSV, CSV.gz or Parquet".formatted(name, role));
        }
        byte[] head = head(name, path);
        if (head.length == 0) {
            throw new ExportException("%s is empty; expected a header line and rows".formatted(name));
        }
        Format format = formatOf(head);
        if (format == Format.CSV && isBinary(head)) {
            throw new ExportException("%s is a binary file; expected CSV in UTF-8, CSV.gz or Parquet".formatted(name));
        }
        return new ExportFile(role, name, path, format);
    }

    /** The bytes of the text, unpacked where the file is packed. */
    InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return format == Format.CSV_GZ ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private static byte[] head(String name, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(PROBE);
        } catch (IOException e) {
            throw new ExportException("%s cannot be read; check that the service may read it".formatted(name));
        }
    }

    private static Format formatOf(byte[] head) {
        if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return Format.CSV_GZ;
        }
        boolean parquet = head.length > 3 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1");
        return parquet ? Format.PARQUET : Format.CSV;
    }

    private static boolean isBinary(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return true;
            }
        }
        return false;
    }
}
