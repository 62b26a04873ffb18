package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A PostgreSQL of the test's own, and exports in it. */
public final class PostgresTables implements AutoCloseable {

    public static final List<String> ROLES = List.of("users", "contents", "interactions");

    private final EmbeddedPostgres server;

    private PostgresTables(EmbeddedPostgres server) {
        this.server = server;
    }

    public static PostgresTables start() {
        try {
            return new PostgresTables(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    public void run(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first cell of a query's result; null without rows. */
    @Nullable
    String cell(String query) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until somebody reads for an extraction. */
    public void awaitReader() throws InterruptedException {
        String reading = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'etreprof' AND query LIKE 'COPY%'";
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (cell(reading) == null) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nobody reads");
            }
            Thread.sleep(10);
        }
    }

    /** Makes a table of texts of a CSV file. */
    public void load(String table, Path csv) {
        try {
            load(table, Files.readString(csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(String table, String csv) {
        String columns = Stream.of(csv.lines().findFirst().orElseThrow().split(","))
                .map(name -> '"' + name + "\" text")
                .collect(Collectors.joining(", "));
        run("DROP TABLE IF EXISTS " + table, "CREATE TABLE %s (%s)".formatted(table, columns));
        try (Connection connection = connection();
                Reader rows = new StringReader(csv)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s FROM STDIN (FORMAT csv, HEADER)".formatted(table), rows);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a table, or of anything else with its own parameters. */
    public String address(String parameters) {
        return address("postgres", parameters);
    }

    String address(String user, String parameters) {
        return "postgresql://%s@localhost:%d/postgres?%s".formatted(user, port(), parameters);
    }

    public String query(String sql) {
        return address("query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** The three tables of a schema. */
    public Exports exports(String schema) {
        List<String> places = ROLES.stream()
                .map(role -> address("table=" + schema + "." + role))
                .toList();
        return with(access(null), places.get(0), places.get(1), places.get(2));
    }

    static Exports with(SourceAccess access, String users, String contents, String interactions) {
        return new Exports(users, contents, interactions, null, access);
    }

    /** An access with a password, that waits shortly for locks. */
    static SourceAccess access(@Nullable String password) {
        return new SourceAccess(null, new DatabaseAccess(null, password, Duration.ofMillis(500)), null, null);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
