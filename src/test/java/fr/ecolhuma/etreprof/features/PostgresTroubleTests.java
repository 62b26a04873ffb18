package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real PostgreSQL refuses, and what fails on the way, ends soon and says what to do. */
@Timeout(60)
class PostgresTroubleTests {

    private static PostgresTables tables = null;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        tables = PostgresTables.start();
        tables.run("CREATE SCHEMA sound");
        tables.load("sound.users", ExportFolder.USERS + "1,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n");
        tables.load("sound.contents", ExportFolder.CONTENTS + "1,article,Lire\n");
        tables.load("sound.interactions", ExportFolder.INTERACTIONS + ExportFolder.events(1, 3));
        tables.run(
                "CREATE ROLE ann LOGIN PASSWORD 'r1ght'",
                "CREATE ROLE bob LOGIN",
                "CREATE ROLE eve LOGIN",
                "GRANT USAGE ON SCHEMA sound TO ann, bob",
                "GRANT SELECT ON ALL TABLES IN SCHEMA sound TO ann",
                "GRANT SELECT ON sound.users, sound.contents TO bob",
                "CREATE TABLE empty (LIKE sound.interactions)",
                "CREATE VIEW no_level AS SELECT id, created_at FROM sound.users");
        Path rules = Path.of(String.valueOf(tables.cell("SHOW hba_file")));
        Files.writeString(rules, "host all ann all scram-sha-256\nhost all eve all reject\n" + Files.readString(rules));
        tables.run("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    private String refusal(SourceAccess access, String users, String contents, String interactions) {
        return refusal(PostgresTables.with(access, users, contents, interactions));
    }

    /** The refusal's message; nothing stays on the disk, and no connection is left. */
    private String refusal(Exports exports) {
        ExportFolder workspace = new ExportFolder(folder);
        String[] message = new String[1];
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> workspace.extract(exports))
                .satisfies(e -> message[0] = e.getMessage());
        assertThat(message[0]).doesNotContain("r1ght", "wr0ng", "@", "Exception");
        return message[0];
    }

    private String refusalOf(String users) {
        return refusal(
                PostgresTables.access(null),
                users,
                tables.address("table=sound.contents"),
                tables.address("table=sound.interactions"));
    }

    private String refusalAs(String user, SourceAccess access) {
        return refusal(
                access,
                tables.address(user, "table=sound.users"),
                tables.address(user, "table=sound.contents"),
                tables.address(user, "table=sound.interactions"));
    }

    @Test
    void theRightPasswordIsAdmitted() {
        Features features = new ExportFolder(folder)
                .extract(PostgresTables.with(
                        PostgresTables.access("r1ght"),
                        tables.address("ann", "table=sound.users"),
                        tables.address("ann", "table=sound.contents"),
                        tables.address("ann", "table=sound.interactions")));
        assertThat(features.accounts().events().read()).isEqualTo(3);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(refusalAs("ann", PostgresTables.access("wr0ng")))
                .startsWith(
                        "sound.users on localhost: the server refused the password; check the user in the address, and"
                                + " the password in ETREPROF_EXPORTS_PASSWORD");
    }

    @Test
    void aMissingPasswordIsSaid() {
        assertThat(refusalAs("ann", PostgresTables.access(null)))
                .startsWith("sound.users on localhost: the server asks for a password and found none; set"
                        + " ETREPROF_EXPORTS_PASSWORD");
    }

    @Test
    void aUserWhoIsNotAdmittedIsSaid() {
        assertThat(refusalAs("eve", PostgresTables.access(null)))
                .startsWith("sound.users on localhost: the server does not admit this user from here");
    }

    @Test
    void aTableThatMayNotBeReadIsNamed() {
        assertThat(refusalAs("bob", PostgresTables.access(null)))
                .isEqualTo(
                        "sound.interactions on localhost: the user has no right to read it; GRANT SELECT on the table to the"
                                + " user of the address");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table=sound.user                    | sound.user on localhost: there is no such table; check its name
            table=sound.Users                   | sound.Users on localhost: there is no such table
            table=nowhere.users                 | nowhere.users on localhost: there is no such table
            table=no_level                      | no_level on localhost, line 1: required column 'json_niveau' is missing; found id, created_at
            query=SELECT nom FROM sound.users   | users query on localhost: the query names a column that is not there; correct it
            query=SELECT FROM WHERE             | users query on localhost: the query is not valid SQL; correct it
            query=SELECT 1%2F0 AS id            | users query on localhost: the database failed (SQLSTATE 22012); its log says why
            query=DELETE FROM sound.users RETURNING * | users query on localhost: the query would change the database; give one
            query=SELECT * FROM sound.users WHERE false | users query on localhost has a header but no rows; expected rows below it
            query=SELECT id, id, json_niveau, created_at FROM sound.users | users query on localhost, line 1: column 'id'
            """)
    void whatCannotBeReadIsSaid(String parameters, String message) {
        assertThat(refusalOf(tables.address(parameters))).startsWith(message);
    }

    @Test
    void eventsWithoutRowsAreRefused() {
        assertThat(refusal(
                        PostgresTables.access(null),
                        tables.address("table=sound.users"),
                        tables.address("table=sound.contents"),
                        tables.address("table=empty")))
                .startsWith("empty on localhost has a header but no rows");
    }

    @Test
    void aLockThatNeverComesEndsTheWait() throws SQLException {
        try (Connection other = tables.connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE sound.interactions IN ACCESS EXCLUSIVE MODE");
            assertThat(refusal(tables.exports("sound")))
                    .isEqualTo(
                            "sound.interactions on localhost: the table is locked by others and was not free within 0 s; try"
                                    + " again, or find who holds the lock (pg_locks)");
        }
    }

    @Test
    void whoIsInterruptedDoesNotWaitForTheServer() throws Exception {
        Exports slow = PostgresTables.with(
                PostgresTables.access(null),
                tables.query("SELECT u.* FROM sound.users u, pg_sleep(50)"),
                tables.address("table=sound.contents"),
                tables.address("table=sound.interactions"));
        Thread reader = Thread.currentThread();
        CompletableFuture<Void> interrupted = CompletableFuture.runAsync(() -> {
            awaitReader();
            reader.interrupt();
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> FeatureExtraction.extract(slow, ExportFolder.SETTINGS));
        assertThat(Thread.interrupted()).isTrue();
        interrupted.get();
    }

    private static void awaitReader() {
        try {
            tables.awaitReader();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /** The process that reads for us is killed; the server then ends all others and starts again. */
    @Test
    void aServerThatIsKilledInTheMiddleIsSaid() throws Exception {
        try (PostgresTables dying = PostgresTables.start()) {
            Exports endless = PostgresTables.with(
                    PostgresTables.access(null),
                    dying.query(
                            "SELECT generate_series(1, 1000000000) AS id, '[]' AS json_niveau, now() AS created_at"),
                    dying.address("table=contents"),
                    dying.address("table=interactions"));
            CompletableFuture<String> message = CompletableFuture.supplyAsync(() -> refusal(endless));
            dying.awaitReader();
            Thread.sleep(300);
            String process = dying.cell("SELECT pid FROM pg_stat_activity WHERE application_name = 'etreprof'");
            ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly();
            assertThat(message.get())
                    .matches(
                            "users query on localhost: (the connection broke off|the server crashed) in the middle; nothing of"
                                    + " it was used, try again");
        }
    }

    @Test
    void aServerThatStopsInTheMiddleIsSaid() throws Exception {
        Exports endless = PostgresTables.with(
                PostgresTables.access(null),
                tables.query("SELECT generate_series(1, 1000000000) AS id, '[]' AS json_niveau, now() AS created_at"),
                tables.address("table=sound.contents"),
                tables.address("table=sound.interactions"));
        CompletableFuture<String> message = CompletableFuture.supplyAsync(() -> refusal(endless));
        tables.awaitReader();
        Thread.sleep(300);
        tables.cell("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'etreprof'");
        assertThat(message.get())
                .matches(
                        "users query on localhost: (the connection broke off|the server was shut down) in the middle; nothing"
                                + " of it was used, try again");
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(refusalOf("postgresql://ann@localhost:%d/p?table=users".formatted(port)))
                .isEqualTo(
                        "users on localhost: the connection was refused; check host and port, and that the server runs");
        assertThat(refusalOf("postgresql://ann@no-such-host.invalid/p?table=users"))
                .startsWith(
                        "users on no-such-host.invalid: the name of the host does not resolve; check it in the address");
        assertThat(refusalOf(tables.address("table=users").replace("/postgres?", "/elsewhere?")))
                .isEqualTo("users on localhost: there is no such database on the server; check the address");
        assertThat(refusalOf(tables.address("table=users&sslmode=require")))
                .startsWith("users on localhost: the server offers no TLS, or asks for a password and found none");
    }

    /** The driver looks for it by PGPASSFILE, or by a property of this name. */
    @Test
    void aFileOfPasswordsIsRead() throws IOException {
        Path passwords = folder.resolve("pgpass");
        Files.writeString(passwords, "localhost:*:*:ann:r1ght\n", StandardOpenOption.CREATE_NEW);
        System.setProperty("org.postgresql.pgpassfile", passwords.toString());
        try {
            Features features = new ExportFolder(folder)
                    .extract(PostgresTables.with(
                            PostgresTables.access(null),
                            tables.address("ann", "table=sound.users"),
                            tables.address("ann", "table=sound.contents"),
                            tables.address("ann", "table=sound.interactions")));
            assertThat(features.table().users()).hasSize(1);
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }
}
