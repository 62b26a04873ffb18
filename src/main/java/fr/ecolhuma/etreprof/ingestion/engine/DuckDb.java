package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The SQL engine: one scratch database on the temporary disk, where columns are compressed and may spill. */
public final class DuckDb implements AutoCloseable {

    /** Reads the rows of a result. */
    public interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    /** Fills a table. */
    public interface Filler {

        void fill(DuckDBAppender appender) throws SQLException;
    }

    private static final Pattern PATTERN_SIGN = Pattern.compile("[*?\\[]");

    private final Path folder;
    private final Connection connection;
    private final InterruptWatch interrupts = new InterruptWatch();

    private DuckDb(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    public static DuckDb open(Path folder, EngineSettings settings) {
        EngineLoad.await();
        try {
            DuckDb engine = new DuckDb(folder, EngineLoad.connect("jdbc:duckdb:" + folder.resolve("scratch.db")));
            engine.configure(settings);
            return engine;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void configure(EngineSettings settings) {
        try {
            run("SET temp_directory = " + quoted(folder.resolve("spill").toString()));
            run("SET memory_limit = " + quoted(settings.memory() + "B"));
            run("SET threads = " + settings.threads());
            run("SET TimeZone = 'UTC'");
            lockDown();
        } catch (EngineException e) {
            close();
            throw new IllegalArgumentException(
                    "found memory limit %s and %d threads, expected values that the SQL engine accepts, such as 700MB and 2"
                            .formatted(settings.megabytes(), settings.threads()));
        }
    }

    /** Extensions are neither fetched nor loaded, and no statement can change that again. */
    private void lockDown() {
        run("SET autoinstall_known_extensions = false");
        run("SET autoload_known_extensions = false");
        run("SET custom_extension_repository = " + quoted(folder.resolve("none").toString()));
        run("SET allow_extension_repositories = 'forbidden'");
        run("SET allowed_configs = ['preserve_insertion_order']");
        run("SET lock_configuration = true");
    }

    /** A text as an SQL literal. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A file's path as an SQL literal with every character of a pattern escaped. */
    public static String literal(ExportFile file) {
        return literal(file.path());
    }

    /** A path as an SQL literal in which nothing is a pattern. */
    public static String literal(Path path) {
        return quoted(PATTERN_SIGN.matcher(path.toString()).replaceAll("[$0]"));
    }

    /** A file of the temporary disk that goes with the engine. */
    public Path scratch(String name) {
        return folder.resolve(name);
    }

    /** A column's name as an SQL identifier. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Runs the statements of a script. */
    public void run(String script) {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements(script)) {
                interrupts.during(statement, () -> statement.execute(one));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a script that may store rows in any order; in other scripts the setting would break even ORDER BY. */
    public void unordered(String script) {
        run("SET preserve_insertion_order = false");
        try {
            run(script);
        } finally {
            run("SET preserve_insertion_order = true");
        }
    }

    /**
     * Reads every row of a query with the given parameters.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted before one of them
     */
    public void query(String sql, RowReader reader, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = interrupts.during(statement, statement::executeQuery)) {
                while (rows.next()) {
                    Cancellation.check();
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The number in the first column of a query's one row. */
    public long number(String sql) {
        long[] found = {0};
        query(sql, row -> found[0] = row.getLong(1));
        return found[0];
    }

    /** The engine's version. */
    public String version() {
        try {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Fills a table in bulk. */
    public void append(String table, Filler filler) {
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            filler.fill(appender);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static List<String> statements(String script) {
        return Arrays.stream(script.split(";\\s*(\\n|$)"))
                .filter(one -> !one.isBlank())
                .toList();
    }

    private static EngineException failure(SQLException e) {
        return new EngineException(e);
    }

    @Override
    public void close() {
        interrupts.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
