package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.ingestion.bucket.BucketAccess;
import fr.ecolhuma.etreprof.ingestion.bucket.StubStorage;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.google.GoogleTokens;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports at addresses of several kinds say what the same files say. */
class AddressedExportTests {

    @TempDir
    Path folder;

    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        ExportFolder.sound(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/interactions.csv", exchange -> {
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] file = Files.readAllBytes(folder.resolve("interactions.csv"));
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String http(String user) {
        return "HTTP://%slocalhost:%d/interactions.csv"
                .formatted(user, server.getAddress().getPort());
    }

    private static SourceAccess access(@Nullable BucketAccess buckets) {
        return new SourceAccess("pass:word", DatabaseAccess.none(), buckets, null);
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneInABucketOneInAFileAndOneOnTheWeb() throws IOException {
        try (StubStorage storage = new StubStorage(
                "/storage/v1/b/exports/o/2025%2Fusers.csv", Files.readAllBytes(folder.resolve("users.csv")))) {
            BucketAccess buckets =
                    new BucketAccess(storage.endpoint(), new GoogleTokens(null, storage.host(), Clock.systemUTC()));
            Exports exports = new Exports(
                    "GS://exports/2025/users.csv",
                    folder.resolve("contents.csv").toUri().toString(),
                    http("ann@"),
                    null,
                    access(buckets));
            Features features = new ExportFolder(folder).extract(exports);
            Features ofFiles = new ExportFolder(folder).extract();
            assertThat(features.inputs()).isEqualTo(ofFiles.inputs());
            assertThat(features.accounts()).isEqualTo(ofFiles.accounts());
            assertThat(features.columns()).isEqualTo(ofFiles.columns());
            assertThat(credentials).containsExactly(basic("ann:pass:word"));
            assertThat(exports.kinds()).containsOnlyKeys("users").containsEntry("users", "gs");
        }
    }

    private void read(Exports exports) {
        new ExportFolder(folder).extract(exports);
    }

    private Exports exports(String interactions, SourceAccess access) {
        return new Exports(
                folder.resolve("users.csv").toString(),
                folder.resolve("contents.csv").toString(),
                interactions,
                null,
                access);
    }

    @Test
    void thePasswordGoesOnlyWhereTheAddressNamesAUser() {
        read(exports(http(""), access(null)));
        read(exports(http("ann:own@"), access(null)));
        read(exports(http("ann@"), SourceAccess.none()));
        assertThat(credentials).containsExactly("null", basic("ann:own"), basic("ann"));
    }

    @Test
    void aCallersExportsHaveNoAccessToBuckets() {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> read(exports("gs://exports/interactions.csv", SourceAccess.none())))
                .withMessage(
                        "the address of the interactions export is in a bucket; only addresses of the settings may be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file://server/share/interactions.csv", "file:relative/../interactions.csv"})
    void aFileOfAnotherMachineIsRefused(String address) {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> read(exports(address, SourceAccess.none())))
                .withMessageNotContaining("share");
    }
}
