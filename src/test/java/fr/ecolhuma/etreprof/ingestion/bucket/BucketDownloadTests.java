package fr.ecolhuma.etreprof.ingestion.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.google.GoogleTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BucketDownloadTests {

    private static final byte[] OBJECT = "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    private static final BucketObject USERS = BucketObject.of("users", "gs://exports-prod/2025/é à/users.csv");

    @TempDir
    Path folder;

    private StubStorage storage;

    @BeforeEach
    void start() throws IOException {
        storage = new StubStorage("/storage/v1/b/exports-prod/o/2025%2F%C3%A9%20%C3%A0%2Fusers.csv", OBJECT);
    }

    @AfterEach
    void stop() {
        storage.close();
    }

    private byte[] fetched() throws IOException {
        return fetched(storage.endpoint(), storage.host());
    }

    private byte[] fetched(URI endpoint, String metadata) throws IOException {
        Path target = folder.resolve("users.fetched");
        GoogleTokens tokens = new GoogleTokens(null, metadata, Clock.systemUTC());
        new BucketDownload("users", USERS, new BucketAccess(endpoint, tokens, Duration.ofMillis(1))).fetch(target);
        return Files.readAllBytes(target);
    }

    private String refusal() {
        return refusal(storage.endpoint(), storage.host());
    }

    private String refusal(URI endpoint, String metadata) {
        String[] message = new String[1];
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> fetched(endpoint, metadata))
                .satisfies(e -> message[0] = e.getMessage());
        assertThat(message[0]).doesNotContain("t0ken", "Exception");
        return message[0];
    }

    @Test
    void anObjectIsCopiedWithATokenForReadingAlone() throws IOException {
        assertThat(fetched()).isEqualTo(OBJECT);
        assertThat(storage.seenRanges()).containsExactly("bytes=0-");
        assertThat(storage.tokens).containsExactly("scopes=https://www.googleapis.com/auth/devstorage.read_only");
    }

    @Test
    void aBreakInTheMiddleIsResumed() throws IOException {
        storage.breakAfter = 4_000;
        assertThat(fetched()).isEqualTo(OBJECT);
        assertThat(storage.seenRanges()).containsExactly("bytes=0-", "bytes=4000-", "bytes=8000-");
    }

    @Test
    void breaksWithoutAByteAreGivenUp() {
        storage.breakAfter = 0;
        assertThat(refusal())
                .isEqualTo(
                        "users.csv (users export in a bucket): Cloud Storage cannot be read: the connection broke off again"
                                + " and again; try again later");
        assertThat(storage.seenRanges()).hasSize(4);
    }

    @Test
    void anAnswerOfTroubleIsTriedAgain() throws IOException {
        storage.troubles.addAll(List.of(503, 429, 500));
        assertThat(fetched()).isEqualTo(OBJECT);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 'answered 401, expected 200; the token was refused, check the account of GOOGLE_APPLICATION_CREDENTIALS'",
        "403, 'answered 403, expected 200; the account may not read it, give it the role Storage Object Viewer on the bucket exports-prod'",
        "404, 'answered 404, expected 200; there is no such object, check the bucket and the name in the address'",
        "503, 'answered 503, expected 200; it is in trouble, try again later'"
    })
    void refusalsAreSaid(int status, String message) {
        storage.troubles.addAll(List.of(status, status, status, status));
        assertThat(refusal()).startsWith("users.csv (users export in a bucket): Cloud Storage " + message);
    }

    /** The connection breaks off, and when it is resumed the bucket has another generation. */
    @Test
    void anObjectThatChangesMeanwhileIsRefused() {
        storage.breakAfter = 4_000;
        storage.changesAtBreak = true;
        assertThat(refusal())
                .isEqualTo(
                        "users.csv (users export in a bucket): it changed while it was read; try again when nothing writes it");
        assertThat(storage.seenRanges()).containsExactly("bytes=0-");
    }

    @Test
    void bytesThatAreNotTheObjectsAreRefused() {
        storage.checksum = StubStorage.crc32c(new byte[] {1});
        assertThat(refusal())
                .isEqualTo("users.csv (users export in a bucket): what came is not the whole object; try again");
    }

    @Test
    void aServiceThatIsNotThereIsSaid() {
        String gone = storage.host();
        storage.close();
        assertThat(refusal(URI.create("http://" + gone), gone))
                .isEqualTo(
                        "no access to Google: Google's metadata server: the connection was refused; check host and port, and"
                                + " that the server runs; outside of Google Cloud set GOOGLE_APPLICATION_CREDENTIALS to the key file of a"
                                + " service account; inside, give the service one");
    }

    @Test
    void aNameThatDoesNotResolveIsSaid() {
        assertThat(refusal(URI.create("http://storage.invalid"), storage.host()))
                .startsWith(
                        "users.csv (users export in a bucket): Cloud Storage cannot be read: the name of the host does not"
                                + " resolve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gs://bucket", "gs://bucket/", "gs:///users.csv", "gs://bucket/folder/", "gs:/bucket/users.csv"})
    void anAddressWithoutAnObjectIsRefused(String address) {
        assertThat(BucketObject.isAddress(address)).isTrue();
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> BucketObject.of("users", address))
                .withMessage("the address of the users export names no object; expected gs://bucket/object");
    }
}
