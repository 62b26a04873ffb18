package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.SelfSigned;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL that admits over TLS alone, with a certificate for localhost that it has signed itself. */
@Timeout(60)
class PostgresTlsTests {

    @TempDir
    private static Path keys;

    private static PostgresTables tables = null;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        tables = PostgresTables.start();
        tables.load("users", ExportFolder.USERS + "1,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n");
        tables.load("contents", ExportFolder.CONTENTS + "1,article,Lire\n");
        tables.load("interactions", ExportFolder.INTERACTIONS + ExportFolder.events(1, 3));
        tables.run("CREATE ROLE ann LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO ann");
        certificate("server");
        certificate("other");
        Path data = Path.of(String.valueOf(tables.cell("SHOW data_directory")));
        for (String name : new String[] {"server.crt", "server.key"}) {
            Path copy = Files.copy(keys.resolve(name), data.resolve(name));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            Files.setOwner(copy, Files.getOwner(data));
        }
        Path rules = Path.of(String.valueOf(tables.cell("SHOW hba_file")));
        Files.writeString(rules, "hostssl all ann all trust\nhostnossl all ann all reject\n" + Files.readString(rules));
        tables.run("ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
        TimeUnit.MILLISECONDS.sleep(500);
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    /** A key and its certificate as PEM. */
    private static void certificate(String name) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore opened = SelfSigned.make(keys.resolve(name + ".p12"));
        pem(
                name + ".crt",
                "CERTIFICATE",
                opened.getCertificate(SelfSigned.ALIAS).getEncoded());
        pem(
                name + ".key",
                "PRIVATE KEY",
                opened.getKey(SelfSigned.ALIAS, SelfSigned.password()).getEncoded());
    }

    private static void pem(String file, String kind, byte[] bytes) throws IOException {
        Files.writeString(
                keys.resolve(file),
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes)));
    }

    private Features extract(String host, String mode) {
        return new ExportFolder(folder)
                .extract(PostgresTables.with(
                        PostgresTables.access(null),
                        address(host, mode, "users"),
                        address(host, mode, "contents"),
                        address(host, mode, "interactions")));
    }

    private static String address(String host, String mode, String table) {
        return tables.address("ann", "table=" + table + "&sslmode=" + mode)
                .replace("CERTIFICATES", keys.toString())
                .replace("localhost", host);
    }

    private String refusal(String host, String mode) {
        String[] message = new String[1];
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> extract(host, mode))
                .satisfies(e -> message[0] = e.getMessage());
        return message[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prefer",
                "require",
                "verify-ca&sslrootcert=CERTIFICATES/server.crt",
                "verify-full&sslrootcert=CERTIFICATES/server.crt"
            })
    void theServerIsReadOverTls(String mode) {
        assertThat(extract("localhost", mode).accounts().events().read()).isEqualTo(3);
    }

    @Test
    void withoutTlsTheServerDoesNotAdmit() {
        assertThat(refusal("localhost", "disable"))
                .startsWith("users on localhost: the server does not admit this user from here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full", "verify-full&sslrootcert=CERTIFICATES/other.crt"})
    void anUnknownCertificateIsRefused(String mode) {
        assertThat(refusal("localhost", mode))
                .startsWith(
                        "users on localhost: the TLS certificate of the host is not trusted, has expired or is of another"
                                + " name");
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() {
        assertThat(extract("127.0.0.1", "verify-ca&sslrootcert=CERTIFICATES/server.crt")
                        .accounts()
                        .events()
                        .read())
                .isEqualTo(3);
        assertThat(refusal("127.0.0.1", "verify-full&sslrootcert=CERTIFICATES/server.crt"))
                .startsWith(
                        "users on 127.0.0.1: no connection as sslmode demands; check that the certificate has the name");
    }

    @Test
    void aFileOfCertificatesThatIsNotThereIsSaid() {
        assertThat(refusal("localhost", "verify-full&sslrootcert=CERTIFICATES/none.crt"))
                .startsWith(
                        "users on localhost: no connection as sslmode demands; check that the certificate has the name");
    }
}
