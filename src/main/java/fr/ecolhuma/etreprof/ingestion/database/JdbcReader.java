package fr.ecolhuma.etreprof.ingestion.database;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.ingestion.engine.InterruptWatch;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.ScratchWriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** Reads exports row by row through any driver, in one transaction that sees one snapshot where the database has such. */
final class JdbcReader implements DatabaseReader {

    private static final int FETCHED = 10_000;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String NO_DRIVER = "08001";

    private final Connection connection;
    private final InterruptWatch interrupts = new InterruptWatch();

    private JdbcReader(Connection connection) {
        this.connection = connection;
    }

    static JdbcReader open(String export, JdbcDatabase database, DatabaseAccess access) {
        try {
            DriverManager.setLoginTimeout((int) CONNECT.toSeconds());
            JdbcReader reader =
                    new JdbcReader(DriverManager.getConnection(database.url(), properties(database, access)));
            reader.begin();
            return reader;
        } catch (SQLException e) {
            Cancellation.check();
            throw new ExportException(export + ": " + atOpening(e));
        }
    }

    private static String atOpening(SQLException failure) {
        return NO_DRIVER.equals(failure.getSQLState()) && failure.getCause() == null
                ? "no driver of this database is there, or it found no database; start with the driver's jar on the class path,"
                        + " and check the address"
                : SqlTrouble.of(failure, "the database cannot be reached; check its address");
    }

    private static Properties properties(JdbcDatabase database, DatabaseAccess access) {
        Properties properties = new Properties();
        String user = database.user();
        if (user != null) {
            properties.setProperty("user", user);
        }
        String password = access.password();
        if (user != null && password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
    }

    @Override
    public void copy(DatabaseExport export, Path target) {
        try (Statement statement = connection.createStatement();
                CsvWriter out = new CsvWriter(Files.newOutputStream(target))) {
            statement.setFetchSize(fetched());
            statement.setQueryTimeout((int) LONGEST.toSeconds());
            String sql = export.rows().sql(connection.getMetaData().getIdentifierQuoteString());
            try (ResultSet rows = interrupts.during(statement, () -> statement.executeQuery(sql))) {
                JdbcCells.write(rows, out);
            }
        } catch (SQLException e) {
            Cancellation.check();
            throw new ExportException(export.name() + ": "
                    + SqlTrouble.of(e, "the connection broke off in the middle; nothing of it was used, try again"));
        } catch (IOException e) {
            Cancellation.check();
            throw ScratchWriting.refusal(export.name(), e);
        }
    }

    /** MySQL's driver has all rows in memory before the first is read, unless it is given this number. */
    private int fetched() throws SQLException {
        return connection.getMetaData().getDriverName().startsWith("MySQL") ? Integer.MIN_VALUE : FETCHED;
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
