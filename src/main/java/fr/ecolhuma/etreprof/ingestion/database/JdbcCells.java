package fr.ecolhuma.etreprof.ingestion.database;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a result as CSV: times in UTC, everything else as its driver writes it. */
final class JdbcCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private JdbcCells() {}

    static void write(ResultSet rows, CsvWriter out) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        int[] types = new int[columns.getColumnCount()];
        for (int i = 1; i <= types.length; i++) {
            names.add(columns.getColumnLabel(i));
            types[i - 1] = columns.getColumnType(i);
        }
        out.header(names);
        while (rows.next()) {
            Cancellation.check();
            for (int i = 1; i <= types.length; i++) {
                out.text(cell(rows, i, types[i - 1]));
            }
            out.endRow();
        }
    }

    private static @Nullable String cell(ResultSet rows, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> text(rows.getObject(column, LocalDateTime.class));
            case Types.TIMESTAMP_WITH_TIMEZONE -> {
                OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
                yield text(
                        time == null
                                ? null
                                : time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
            }
            default -> rows.getString(column);
        };
    }

    private static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : TIME.format(time);
    }
}
