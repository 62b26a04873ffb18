import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseExport;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** How long the events of a PostgreSQL take to be in the SQL engine: by COPY and a file, as the service reads, and by JDBC rows. */
public final class PostgresRead {

    private static final int COLUMNS = 6;
    private static final String TABLE =
            "CREATE TABLE events (id TEXT, user_id TEXT, type TEXT, content_type TEXT, content_id TEXT, created_at TEXT)";

    /** What is done with each row. */
    private interface Rows {

        void each(ResultSet row) throws Exception;
    }

    private PostgresRead() {}

    /**
     * Prints, for each repetition, seconds of COPY into a file, of the same into the engine, of JDBC rows into a file, and of
     * JDBC rows into the engine. Arguments: address, JDBC address, folder, repetitions.
     */
    public static void main(String[] args) throws Exception {
        Path copied = Path.of(args[2], "copied.csv");
        Path fetched = Path.of(args[2], "fetched.csv");
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            long start = System.nanoTime();
            copy(args[0], copied);
            double copy = since(start);
            long rows = load(copied);
            double loaded = since(start);
            start = System.nanoTime();
            write(args[1], fetched);
            double written = since(start);
            start = System.nanoTime();
            if (append(args[1]) != rows || Files.size(copied) < Files.size(fetched)) {
                throw new IllegalStateException("the rows differ");
            }
            System.out.printf(Locale.ROOT, "%.3f %.3f %.3f %.3f%n", copy, loaded, written, since(start));
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void copy(String address, Path target) {
        DatabaseExport export = DatabaseExport.of("interactions", address);
        try (DatabaseReader reader = export.database().open(export.name(), DatabaseAccess.none())) {
            reader.copy(export, target);
        }
    }

    private static long load(Path csv) throws SQLException {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute(TABLE);
            statement.execute("INSERT INTO events FROM read_csv('%s', header = true, all_varchar = true)".formatted(csv));
            return count(statement);
        }
    }

    private static void write(String address, Path target) throws Exception {
        try (CsvWriter out = new CsvWriter(Files.newOutputStream(target))) {
            rows(address, row -> {
                for (int i = 1; i <= COLUMNS; i++) {
                    out.text(row.getString(i));
                }
                out.endRow();
            });
        }
    }

    private static long append(String address) throws Exception {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute(TABLE);
            try (DuckDBAppender appender =
                    engine.unwrap(DuckDBConnection.class).createAppender("main", "events")) {
                rows(address, row -> {
                    appender.beginRow();
                    for (int i = 1; i <= COLUMNS; i++) {
                        appender.append(row.getString(i));
                    }
                    appender.endRow();
                });
            }
            return count(statement);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM events")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void rows(String address, Rows reader) throws Exception {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM interactions")) {
                while (rows.next()) {
                    reader.each(rows);
                }
            }
        }
    }
}
