package fr.ecolhuma.etreprof.ingestion.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A raw export as a file on this machine, its format is known by its first bytes, not by its name.
 *
 * @param role its role, such as {@code users}
 * @param name the file's name for messages, without its folder
 * @param path its path
 * @param format its format
 */
public record ExportFile(String role, String name, Path path, Format format) {

    public enum Format {
        CSV,
        CSV_GZ,
        PARQUET
    }

    private static final int PROBE = 4096;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    public static ExportFile at(String role, String name, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ExportException("%s: %s; expected the %s export as CSV, CSV.gz or Parquet"
                    .formatted(name, Files.isDirectory(path) ? "it is a folder" : "no such file", role));
        }
        byte[] head = head(name, path);
        if (head.length == 0) {
            throw new ExportException("%s is empty; expected a header line and rows".formatted(name));
        }
        ExportFile file = new ExportFile(role, name, path, formatOf(head));
        if (file.isBinary()) {
            throw new ExportException("%s is a binary file; expected CSV in UTF-8, CSV.gz or Parquet".formatted(name));
        }
        return file;
    }

    /** The bytes of the text, unpacked if the file is packed, without a byte order mark. */
    InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            InputStream text =
                    format == Format.CSV_GZ ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
            text.mark(BYTE_ORDER_MARK.length);
            if (!Arrays.equals(text.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static byte[] head(String name, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(PROBE);
        } catch (IOException e) {
            throw new ExportException(
                    "%s cannot be read; check that the service has the permission to read it".formatted(name));
        }
    }

    private static Format formatOf(byte[] head) {
        if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return Format.CSV_GZ;
        }
        boolean parquet = head.length > 3 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1");
        return parquet ? Format.PARQUET : Format.CSV;
    }

    /** Whether the bytes cannot be a text; damaged packed data is left to its reader, which reports it more exactly. */
    private boolean isBinary() {
        if (format == Format.PARQUET) {
            return false;
        }
        try (InputStream in = open()) {
            return hasControls(in.readNBytes(PROBE));
        } catch (IOException e) {
            return false;
        }
    }

    /** A zero byte anywhere, or another control character in the first line, which holds only names. */
    private static boolean hasControls(byte[] head) {
        boolean firstLine = true;
        for (byte b : head) {
            firstLine &= b != '\n' && b != '\r';
            if (b == 0 || (firstLine && b > 0 && b < ' ' && b != '\t')) {
                return true;
            }
        }
        return false;
    }
}
