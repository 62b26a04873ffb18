package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as the exports write them. */
public final class Numbers {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}(\\.0+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d+)?");

    private Numbers() {}

    /** An integer, also as {@code 12.0}; null when it is none. */
    public static @Nullable Long integer(@Nullable String cell) {
        if (cell == null || !INTEGER.matcher(cell).matches()) {
            return null;
        }
        int point = cell.indexOf('.');
        return Long.valueOf(point < 0 ? cell : cell.substring(0, point));
    }

    /** A number rounded towards zero, or null when it is none. */
    public static @Nullable Integer whole(@Nullable String cell) {
        if (cell == null || !DECIMAL.matcher(cell).matches()) {
            return null;
        }
        return (int) Double.parseDouble(cell);
    }

    /** A 0/1 flag, also as {@code 1.0} or {@code true}. */
    public static boolean flag(@Nullable String cell) {
        Integer number = whole(cell);
        return number == null ? "true".equalsIgnoreCase(cell) : number == 1;
    }
}
