package fr.ecolhuma.etreprof.ingestion.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseExportTests {

    private static PostgresServer server(String address) {
        return (PostgresServer) DatabaseExport.of("users", address).database();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            postgresql://ann@db.example.org:6543/platform?table=users | db.example.org | 6543 | platform | ann
            postgres://db/platform?table=users                        | db             | 5432 | platform | -
            POSTGRESQL://my_db/platform?table=users                   | my_db          | 5432 | platform | -
            postgresql://[::1]:5433/platform?table=users              | [::1]          | 5433 | platform | -
            postgresql://a%40b%3Ac@db/pl%20at%2Fform?table=users      | db             | 5432 | pl at/form | a@b:c
            postgresql://ann@server@db/platform?table=users           | db             | 5432 | platform | ann@server
            """)
    void anAddressIsRead(String address, String host, int port, String name, String user) {
        assertThat(DatabaseExport.isAddress(address)).isTrue();
        assertThat(server(address)).isEqualTo(new PostgresServer(host, port, name, user, new TreeMap<>()));
    }

    @Test
    void tablesAndQueriesAreRows() {
        assertThat(sql("table=public.User%22s")).isEqualTo("SELECT * FROM \"public\".\"User\"\"s\"");
        assertThat(sql("table=users")).isEqualTo("SELECT * FROM \"users\"");
        assertThat(sql("query=SELECT%20a%2Bb%20FROM t WHERE c = 1 + 2; "))
                .isEqualTo("SELECT a+b FROM t WHERE c = 1 + 2");
        assertThat(DatabaseExport.of("users", "postgresql://ann@db/p?query=SELECT 1")
                        .name())
                .isEqualTo("users query on db");
        assertThat(DatabaseExport.of("users", "postgresql://ann@db/p?table=public.users")
                        .name())
                .isEqualTo("public.users on db");
    }

    private static String sql(String parameters) {
        return DatabaseExport.of("users", "postgresql://db/p?" + parameters)
                .rows()
                .sql("\"");
    }

    @Test
    void tablesOfOneDatabaseAreReadTogether() {
        assertThat(server("postgresql://ann@db/p?table=users&sslmode=require"))
                .isEqualTo(server("postgres://ann@db:5432/p?sslmode=require&query=SELECT 1"))
                .isNotEqualTo(server("postgresql://bob@db/p?table=users&sslmode=require"));
        assertThat(server("postgresql://db/p?table=t&sslmode=verify-full&sslrootcert=/etc/ca.pem")
                        .tls())
                .isEqualTo(Map.of("sslmode", "verify-full", "sslrootcert", "/etc/ca.pem"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://ann:secret@db/p?table=users     | holds a password; take it out, and set ETREPROF_EXPORTS_PASSWORD
            postgresql://ann:se@cret/@db/p?table=users   | holds a password
            postgresql://ann:@db/p?table=users           | holds a password
            postgresql://db/p?table=users&password=secret | holds a password
            postgresql://db/?table=users                 | is not one of PostgreSQL; expected postgresql://user@host:port/database?table=
            postgresql:///p?table=users                  | is not one of PostgreSQL
            postgresql://db:0/p?table=users              | is not one of PostgreSQL
            postgresql://db:65536/p?table=users          | is not one of PostgreSQL
            postgresql://db:secret/p?table=users         | is not one of PostgreSQL
            postgresql://db/p                            | names no rows, or two kinds; expected ?table=schema.name or ?query=SELECT…
            postgresql://db/p?table=                     | names no rows
            postgresql://db/p?query=%20;                 | names no rows
            postgresql://db/p?table=a&query=SELECT 1     | names no rows, or two kinds
            postgresql://db/p?table=a&tabel=b            | has an unknown parameter; expected table or query, sslmode
            postgresql://db/p?table=a&sslmode=on         | has an unknown parameter
            postgresql://db/p?query=SELECT a & b         | has an unknown parameter
            postgresql://db/p?query=LIKE '50%'           | has a % that encodes no sign; write % itself as %25
            """)
    void anotherAddressIsRefusedAndNotShown(String address, String message) {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> DatabaseExport.of("users", address))
                .withMessageStartingWith("the address of the users export " + message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "cret"));
    }

    @Test
    void aPasswordIsNotShown() {
        assertThat(new DatabaseAccess("ann", "secret", Duration.ofSeconds(1)).toString())
                .doesNotContain("secret");
    }
}
