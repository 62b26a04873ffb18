package fr.ecolhuma.etreprof.ingestion.file;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Forms that people give for an export and that are not read: how each begins, and what to do. */
enum OtherForm {
    WORKBOOK_OR_ZIP(
            "504b0304", "a zip archive or a workbook of Excel or LibreOffice", "unpack it, or save it as CSV UTF-8"),
    OLD_WORKBOOK("d0cf11e0a1b11ae1", "a workbook of Excel (.xls)", "save it as CSV UTF-8"),
    ZSTD("28b52ffd", "packed by zstd", "pack it by gzip"),
    XZ("fd377a585a00", "packed by xz", "pack it by gzip"),
    BZIP2("425a68", "packed by bzip2", "pack it by gzip"),
    PACKED_TWICE("1f8b08", "packed twice", "pack it by gzip once"),
    PACKED_PARQUET("50415231", "Parquet packed by gzip", "give it unpacked"),
    AVRO("4f626a01", "Avro", "export it as Parquet"),
    ARROW("4152524f57310000", "Arrow", "export it as Parquet"),
    SQLITE("53514c69746520666f726d6174", "a database of SQLite", "export its table as CSV"),
    UTF_32LE("fffe0000", "text in UTF-32", "export it in UTF-8"),
    UTF_32BE("0000feff", "text in UTF-32", "export it in UTF-8"),
    JSON("7b22", "JSON", "export it as CSV"),
    JSON_LIST("5b7b", "JSON", "export it as CSV"),
    PAGE("3c", "a page of HTML or XML", "check that the address gives the file itself"),
    SQL_DUMP("2d2d20", "an SQL dump", "export the table as CSV");

    private static final int LONGEST = 16;
    private static final int TAR_MARK = 257;

    private final String mark;
    private final String name;
    private final String advice;

    OtherForm(String mark, String name, String advice) {
        this.mark = mark;
        this.name = name;
        this.advice = advice;
    }

    /** What a file that begins like this is and what to do, or null where it may be CSV. */
    static @Nullable String of(byte[] beginning) {
        if (hex(beginning, TAR_MARK).startsWith("7573746172")) {
            return "is a tar archive; unpack it and give the file";
        }
        String first = hex(beginning, 0);
        for (OtherForm form : values()) {
            if (first.startsWith(form.mark)) {
                return "is %s; %s".formatted(form.name, form.advice);
            }
        }
        return isUtf16(beginning) ? "is text in UTF-16 without a byte order mark; export it in UTF-8" : null;
    }

    private static String hex(byte[] beginning, int start) {
        int from = Math.min(start, beginning.length);
        return HexFormat.of().formatHex(beginning, from, Math.min(from + LONGEST, beginning.length));
    }

    /** Whether every second byte of the first names is zero, and no other. */
    private static boolean isUtf16(byte[] beginning) {
        int zeros = 0;
        int[] at = new int[2];
        int length = Math.min(beginning.length, 32);
        for (int i = 0; i < length; i++) {
            at[i & 1] += beginning[i] == 0 ? 1 : 0;
            zeros += beginning[i] == 0 ? 1 : 0;
        }
        return length >= 8 && zeros == length / 2 && (at[0] == 0 || at[1] == 0);
    }
}
