package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.RowFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file that hold users, items and times.
 *
 * @param user the users' column
 * @param item the items' column
 * @param time the times' column, or null when there is none
 */
public record UsageColumns(
        String user, String item, @Nullable String time) {

    private static final List<String> USER = List.of("user", "user_id", "userid");
    private static final List<String> ITEM = List.of("item", "item_id", "itemid", "content_id");
    private static final List<String> TIME = List.of("timestamp", "time", "created_at");

    /** The length of a date without a time. */
    private static final int DAY = 10;

    public static UsageColumns of(RowFile file) {
        return new UsageColumns(required(file, USER), required(file, ITEM), find(file, TIME));
    }

    private static String required(RowFile file, List<String> names) {
        List<String> found = file.columns().stream()
                .filter(column -> names.stream().anyMatch(column::equalsIgnoreCase))
                .toList();
        if (found.size() > 1) {
            throw new ExportException("%s, line 1: found the columns '%s', expected only one of them"
                    .formatted(file.name(), String.join("' and '", found)));
        }
        String column = find(file, names);
        if (column == null) {
            throw new ExportException("%s, line 1: found the columns %s, expected one named '%s'"
                    .formatted(
                            file.name(),
                            String.join(", ", file.columns().stream().limit(20).toList()),
                            String.join("' or '", names)));
        }
        return column;
    }

    private static @Nullable String find(RowFile file, List<String> names) {
        for (String name : names) {
            for (String column : file.columns()) {
                if (column.equalsIgnoreCase(name)) {
                    return column;
                }
            }
        }
        return null;
    }

    public String userOf(RowFile file) {
        return cell(file, user);
    }

    public String itemOf(RowFile file) {
        return cell(file, item);
    }

    private static String cell(RowFile file, String column) {
        String cell = file.get(column);
        if (cell == null) {
            throw new ExportException(
                    "%s, line %d: column '%s' is empty; expected an id".formatted(file.name(), file.line(), column));
        }
        return Ids.name(cell);
    }

    /** The time, in the file's own unit or in milliseconds since 1970 for dates; an empty cell is before all others. */
    public long timeOf(RowFile file) {
        String cell = time == null ? null : file.get(time);
        if (cell == null) {
            return Long.MIN_VALUE;
        }
        Long read = number(cell);
        read = read == null ? instant(cell.replace(' ', 'T')) : read;
        if (read == null) {
            throw new ExportException("%s, line %d: found the time '%s', expected a number or a date such as 2025-07-10"
                    .formatted(file.name(), file.line(), cell.substring(0, Math.min(cell.length(), 40))));
        }
        return read;
    }

    private static @Nullable Long number(String cell) {
        try {
            return cell.indexOf('.') < 0 && cell.indexOf('e') < 0 && cell.indexOf('E') < 0
                    ? Long.parseLong(cell)
                    : (long) Math.floor(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Long instant(String cell) {
        try {
            boolean zoned = cell.endsWith("Z") || cell.indexOf('+') > 0 || cell.lastIndexOf('-') > DAY;
            Instant instant = cell.length() == DAY
                    ? LocalDate.parse(cell).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : zoned
                            ? OffsetDateTime.parse(cell).toInstant()
                            : LocalDateTime.parse(cell).toInstant(ZoneOffset.UTC);
            return instant.toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
