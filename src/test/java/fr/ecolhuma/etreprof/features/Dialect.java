package fr.ecolhuma.etreprof.features;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Ways in which databases, libraries and spreadsheets write the same rows as text. */
enum Dialect {
    /** As the platform's exports are. */
    USUAL,
    /** {@code INTO OUTFILE … FIELDS TERMINATED BY ',' ENCLOSED BY '"' ESCAPED BY ''}: nulls are the word NULL. */
    MYSQL_ENCLOSED,
    /** {@code INTO OUTFILE} by itself: tabs, no quotes, backslashes before what would end a cell or a row. */
    MYSQL_OUTFILE,
    /** The CSV of phpMyAdmin: semicolons, everything in quotes. */
    PHPMYADMIN,
    /** {@code DataFrame.to_csv}: an index without a name, Python's lists, floats where a column has nulls. */
    PANDAS,
    /** "CSV UTF-8" of a French Excel, times as texts. */
    EXCEL_FR,
    /** The same where Excel took the times for its own and writes them in its way. */
    EXCEL_FR_TIMES,
    /** "Unicode text" of Excel: tabs in UTF-16. */
    EXCEL_UNICODE,
    /** {@code EXPORT DATA … format='CSV'}: times with a zone. */
    BIGQUERY,
    /** {@code COPY … WITH (FORMAT csv)}: arrays in braces, t and f, offsets. */
    POSTGRES_CSV,
    /** {@code COPY … TO} by itself: tabs and backslashes. */
    POSTGRES_TEXT;

    private static final Pattern LISTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern WHOLE_LIST = Pattern.compile("\\[(\"[^\"]*\"(, ?\"[^\"]*\")*|'[^']*'(, ?'[^']*')*)?]");
    private static final Set<String> TIMES = Set.of("created_at", "published_at");
    private static final Set<String> LISTS = Set.of("json_niveau", "json_discipline", "niveaux");
    private static final Set<String> FLAGS =
            Set.of("transition_ecologique", "sante_mentale", "ecole_inclusive", "cps", "reussite_tous_eleves");
    private static final DateTimeFormatter USUAL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter EXCEL_TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    /** The bytes of a file with these rows; a cell that says nothing is null. */
    byte[] write(RowTable table) {
        List<String> header = table.header();
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(out, format())) {
            printer.printRecord(this == PANDAS ? with("", header) : header);
            int index = 0;
            for (Map<String, String> row : table.rows()) {
                List<String> cells = new ArrayList<>();
                header.forEach(column -> cells.add(cell(column, row.get(column))));
                printer.printRecord(this == PANDAS ? with(String.valueOf(index++), cells) : cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded(out.toString());
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addFirst(first);
        return all;
    }

    private byte[] encoded(String text) {
        Charset charset = this == EXCEL_UNICODE ? UTF_16LE : UTF_8;
        boolean marked = this == EXCEL_UNICODE || this == EXCEL_FR || this == EXCEL_FR_TIMES;
        return ((marked ? "\uFEFF" : "") + text).getBytes(charset);
    }

    private CSVFormat format() {
        CSVFormat.Builder format = CSVFormat.RFC4180.builder().setRecordSeparator('\n');
        return switch (this) {
            case USUAL, PANDAS, BIGQUERY, POSTGRES_CSV -> format.get();
            case MYSQL_ENCLOSED ->
                format.setQuoteMode(QuoteMode.ALL_NON_NULL)
                        .setNullString("NULL")
                        .get();
            case PHPMYADMIN ->
                format.setDelimiter(';')
                        .setQuoteMode(QuoteMode.ALL_NON_NULL)
                        .setNullString("NULL")
                        .get();
            case EXCEL_FR, EXCEL_FR_TIMES ->
                format.setDelimiter(';').setRecordSeparator("\r\n").get();
            case EXCEL_UNICODE ->
                format.setDelimiter('\t').setRecordSeparator("\r\n").get();
            case MYSQL_OUTFILE, POSTGRES_TEXT ->
                format.setDelimiter('\t')
                        .setQuote(null)
                        .setEscape(null)
                        .setNullString("\\N")
                        .get();
        };
    }

    private @Nullable String cell(String column, @Nullable String usual) {
        if (usual == null) {
            return this == PANDAS && LISTS.contains(column) ? "None" : null;
        }
        String cell = usual;
        if (TIMES.contains(column)) {
            cell = time(usual);
        } else if (LISTS.contains(column)) {
            cell = list(usual);
        } else if (FLAGS.contains(column)) {
            cell = flag(usual);
        } else if (column.equals("anciennete")) {
            cell = number(usual);
        }
        return this == MYSQL_OUTFILE || this == POSTGRES_TEXT ? escaped(cell) : cell;
    }

    /** Cells of times that no one can read stay as they are. */
    private String time(String usual) {
        return switch (this) {
            case BIGQUERY -> isTime(usual) ? usual + " UTC" : usual;
            case POSTGRES_CSV, POSTGRES_TEXT -> isTime(usual) ? usual + "+00" : usual;
            case EXCEL_FR_TIMES ->
                isTime(usual) ? LocalDateTime.parse(usual, USUAL_TIME).format(EXCEL_TIME) : usual;
            default -> usual;
        };
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, USUAL_TIME);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private String list(String usual) {
        if (!WHOLE_LIST.matcher(usual).matches()) {
            return usual;
        }
        List<String> texts = LISTED.matcher(usual)
                .results()
                .map(one -> one.group(1) == null ? one.group(2) : one.group(1))
                .toList();
        return switch (this) {
            case PANDAS ->
                texts.stream()
                        .map(text -> text.contains("'") ? "\"" + text + "\"" : "'" + text + "'")
                        .collect(Collectors.joining(", ", "[", "]"));
            case POSTGRES_CSV, POSTGRES_TEXT ->
                texts.stream()
                        .map(text -> text.matches("\\w+") ? text : "\"" + text + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
            default -> usual;
        };
    }

    private String flag(String usual) {
        boolean set = usual.equals("1");
        return switch (this) {
            case PANDAS -> set ? "True" : "False";
            case BIGQUERY -> set ? "true" : "false";
            case POSTGRES_CSV, POSTGRES_TEXT -> set ? "t" : "f";
            case EXCEL_FR, EXCEL_FR_TIMES, EXCEL_UNICODE -> set ? "VRAI" : "FAUX";
            default -> usual;
        };
    }

    private String number(String usual) {
        return switch (this) {
            case EXCEL_FR, EXCEL_FR_TIMES, EXCEL_UNICODE -> usual.replace('.', ',');
            case BIGQUERY, POSTGRES_CSV, POSTGRES_TEXT -> usual.replace(".0", "");
            default -> usual;
        };
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
