package fr.ecolhuma.etreprof.ingestion.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A raw export as a file on this machine, its format is known by its first bytes, not by its name.
 *
 * @param role its role, such as {@code users}
 * @param name the file's name for messages, without its folder
 * @param path its path
 * @param format its format
 * @param form the form of its text, if it is CSV
 */
public record ExportFile(String role, String name, Path path, Format format, CsvForm form) {

    public enum Format {
        CSV,
        CSV_GZ,
        PARQUET
    }

    private static final int BUFFER = 1 << 16;
    /** As long as any header. */
    private static final int BEGINNING = 1 << 16;
    /** Where binary files have what no text has. */
    private static final int PROBE = 4096;

    /** A file whose text is written in the usual form. */
    public ExportFile(String role, String name, Path path, Format format) {
        this(role, name, path, format, CsvForm.USUAL);
    }

    public static ExportFile at(String role, String name, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ExportException("%s: %s; expected the %s export as CSV, CSV.gz or Parquet"
                    .formatted(name, Files.isDirectory(path) ? "it is a folder" : "no such file", role));
        }
        byte[] head = head(name, path);
        if (head.length == 0) {
            throw new ExportException("%s is empty; expected a header line and rows".formatted(name));
        }
        Format format = formatOf(head);
        CsvForm form = format == Format.PARQUET ? CsvForm.USUAL : form(role, name, beginning(path, format));
        return new ExportFile(role, name, path, format, form);
    }

    /** The bytes of the text in UTF-8, unpacked if the file is packed, without a byte order mark. */
    public InputStream open() throws IOException {
        InputStream text = unpacked(path, format);
        try {
            text.mark(TextEncoding.MARK);
            int mark = form.encoding().marks(text.readNBytes(TextEncoding.MARK));
            text.reset();
            text.skipNBytes(mark);
        } catch (IOException e) {
            text.close();
            throw e;
        }
        return form.encoding() == TextEncoding.UTF_8 ? text : new Utf16AsUtf8(text, form.encoding());
    }

    private static InputStream unpacked(Path path, Format format) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        return format == Format.CSV_GZ ? new BufferedInputStream(new Unpacked(raw), BUFFER) : raw;
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

    /** The beginning of the text; null for damaged packed data, which its reader reports more exactly. */
    private static byte @Nullable [] beginning(Path path, Format format) {
        try (InputStream in = unpacked(path, format)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException e) {
            return null;
        }
    }

    private static CsvForm form(String role, String name, byte @Nullable [] beginning) {
        if (beginning == null) {
            return CsvForm.USUAL;
        }
        String other = OtherForm.of(beginning);
        if (other != null) {
            throw new ExportException("%s %s; expected CSV, CSV.gz or Parquet".formatted(name, other));
        }
        TextEncoding encoding = TextEncoding.of(beginning);
        String text = encoding.text(beginning);
        if (isBinary(text)) {
            throw new ExportException("%s is a binary file; expected CSV in UTF-8, CSV.gz or Parquet".formatted(name));
        }
        return CsvForm.of(encoding, role, text);
    }

    /** Whether a text has a zero early on, or another control character in the first line, which holds only names. */
    private static boolean isBinary(String text) {
        boolean firstLine = true;
        for (int i = 0; i < Math.min(text.length(), PROBE); i++) {
            char c = text.charAt(i);
            firstLine &= c != '\n' && c != '\r';
            if (c == 0 || (firstLine && c < ' ' && c != '\t')) {
                return true;
            }
        }
        return false;
    }
}
