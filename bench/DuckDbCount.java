import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;

/** The yardstick of a recompute: what DuckDB alone takes to parse the events' export and count it. */
public final class DuckDbCount {

    /** Every cell split and typed. */
    private static final String TYPED =
            """
            SELECT count(id), count(user_id), count(type), count(content_type), count(content_id), count(created_at)
            FROM read_csv('%s', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
                ignore_errors = true, columns = {
                    id: 'BIGINT', user_id: 'BIGINT', type: 'VARCHAR',
                    content_type: 'VARCHAR', content_id: 'VARCHAR', created_at: 'TIMESTAMP'})""";

    /** Rows only: cells are found, none is kept. */
    private static final String ROWS = "SELECT count(*) FROM read_csv('%s')";

    private DuckDbCount() {}

    /** Prints seconds of both counts. Arguments: the CSV file, the number of threads. */
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + args[1]);
            double typed = seconds(statement, TYPED.formatted(args[0]));
            double rows = seconds(statement, ROWS.formatted(args[0]));
            System.out.printf(Locale.ROOT, "%.3f %.3f%n", typed, rows);
        }
    }

    private static double seconds(Statement statement, String query) throws Exception {
        long start = System.nanoTime();
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
