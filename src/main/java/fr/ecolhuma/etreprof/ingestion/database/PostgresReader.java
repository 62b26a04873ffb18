package fr.ecolhuma.etreprof.ingestion.database;

import fr.ecolhuma.etreprof.ingestion.engine.InterruptWatch;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.ScratchWriting;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;

/** Reads exports by COPY, in one read-only transaction that sees the database as it was when the first was read. */
final class PostgresReader implements DatabaseReader {

    private static final int BUFFER = 1 << 20;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DatabaseAccess access;
    private final PgConnection connection;
    private final InterruptWatch interrupts = new InterruptWatch();

    private PostgresReader(DatabaseAccess access, PgConnection connection) {
        this.access = access;
        this.connection = connection;
    }

    static PostgresReader open(String export, PostgresServer server, DatabaseAccess access) {
        try {
            PgConnection connection = PostgresConnection.open(server, access);
            PostgresReader reader = new PostgresReader(access, connection);
            reader.begin();
            return reader;
        } catch (SQLException e) {
            Cancellation.check();
            throw new ExportException(export + ": " + PostgresTrouble.atOpening(e, server));
        }
    }

    /** The settings end with the transaction, so that a pool in between gives them to nobody else. */
    private void begin() throws SQLException {
        String settings = """
                BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
                SET LOCAL TimeZone = 'UTC';
                SET LOCAL DateStyle = 'ISO, YMD';
                SET LOCAL IntervalStyle = 'postgres';
                SET LOCAL extra_float_digits = 3;
                SET LOCAL bytea_output = 'hex';
                SET LOCAL synchronize_seqscans = off;
                SET LOCAL lock_timeout = %d;
                SET LOCAL statement_timeout = %d""".formatted(access.lockWait().toMillis(), LONGEST.toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public void copy(DatabaseExport export, Path target) {
        String sql = "COPY (%s\n) TO STDOUT (FORMAT csv, HEADER)"
                .formatted(export.rows().sql("\""));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
            interrupts.during(connection::cancelQuery, () -> write(sql, out));
        } catch (SQLException e) {
            Cancellation.check();
            throw new ExportException(export.name() + ": " + PostgresTrouble.atReading(e, access));
        } catch (IOException e) {
            Cancellation.check();
            throw ScratchWriting.refusal(export.name(), e);
        }
    }

    /** Row by row, as the server sends them. */
    private boolean write(String sql, OutputStream out) throws SQLException, IOException {
        CopyOut rows = connection.getCopyAPI().copyOut(sql);
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            out.write(row);
        }
        return true;
    }

    @Override
    public void close() {
        interrupts.close();
        try {
            connection.close();
        } catch (SQLException e) {
            // it is broken; nothing was to be saved
        }
    }
}
