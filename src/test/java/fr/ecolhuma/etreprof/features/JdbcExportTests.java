package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any database with a driver on the class path is read; here the file of a DuckDB, with the driver that is there. */
class JdbcExportTests {

    @TempDir
    Path folder;

    private String database;

    @BeforeEach
    void load() throws SQLException {
        ExportFolder.sound(folder)
                .with(
                        "users.csv",
                        ExportFolder.USERS
                                + "1,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n2,,2024-01-01 00:30:00\n3,\"[\"\"2nde\"\"]\",\n");
        database = "jdbc:duckdb:" + folder.resolve("exports.db");
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'Europe/Paris'");
            for (String role : PostgresTables.ROLES) {
                statement.execute("CREATE TABLE %s AS FROM read_csv('%s', all_varchar = true)"
                        .formatted(role, folder.resolve(role + ".csv")));
            }
            statement.execute("ALTER TABLE users ALTER created_at TYPE TIMESTAMP");
            statement.execute(
                    "ALTER TABLE interactions ALTER created_at TYPE TIMESTAMPTZ USING (created_at || '+00')::TIMESTAMPTZ");
            statement.execute("ALTER TABLE interactions ALTER id TYPE BIGINT");
        }
    }

    private Exports exports(String users) {
        return new Exports(
                users, database + "?table=contents", database + "?query=SELECT * FROM interactions ORDER BY id", null);
    }

    @Test
    void theRowsAreThoseOfTheCsv() {
        Features fromTables = new ExportFolder(folder).extract(exports(database + "?table=main.users"));
        Features fromCsv = new ExportFolder(folder).extract();
        assertThat(fromTables.accounts().users().file()).isEqualTo("main.users on duckdb");
        assertThat(fromTables.table().users())
                .isEqualTo(fromCsv.table().users())
                .hasSize(3);
        assertThat(fromTables.table().behaviour().columns())
                .isEqualTo(fromCsv.table().behaviour().columns());
        assertThat(fromTables.asOf()).isEqualTo(fromCsv.asOf());
        assertThat(fromTables.contents()).isEqualTo(fromCsv.contents());
        assertThat(List.of(
                        fromTables.accounts().events().read(),
                        fromTables.accounts().events().kept()))
                .containsExactly(1L, 1L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:nothing://host/db?table=users      | users on host: no driver of this database is there, or it found no database; start with the driver's jar
            jdbc:mysql://ann:secret@host/db?table=u | the address of the users export holds a password; take it out, and set
            jdbc:mysql://host/db?table=u&password=secret | the address of the users export holds a password
            jdbc:sqlserver://host;user=a;password=secret?table=u | the address of the users export holds a password
            jdbc:oracle:thin:ann/secret@//host:1521/db?table=u | the address of the users export holds a password
            jdbc:mysql://host/db                    | the address of the users export names no rows, or two kinds; expected ?table=schema.name
            jdbc:mysql://host/db?table=u&query=SELECT 1 | the address of the users export names no rows, or two kinds
            jdbc:postgresql://host/db?table=users   | the address of the users export begins with jdbc:postgresql:; write postgresql:// for it
            """)
    void anAddressThatCannotBeReadIsSaid(String address, String message) {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> new ExportFolder(folder).extract(exports(address)))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> new ExportFolder(folder).extract(exports(database + "?table=nobody")))
                .withMessageStartingWith("nobody on duckdb: ");
    }
}
