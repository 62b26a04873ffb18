package fr.ecolhuma.etreprof.classification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.classification.document.DocumentException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PdfDocumentTests {

    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final DocumentReader reader = new DocumentReader(executor, Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private String read(byte[] bytes) {
        return reader.read(bytes, DocumentType.named("a.pdf"));
    }

    private void assertRefused(byte[] bytes, Kind kind, String says) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind))
                .hasMessageContaining(says);
    }

    @Test
    void theLinesOfAllPagesAreRead() {
        byte[] pdf = TestDocuments.pdf(
                List.of(List.of("# Les fractions en classe", "Une séquence à l'école"), List.of("La deuxième page")));
        assertThat(read(pdf).lines().filter(line -> !line.isBlank()))
                .containsExactly("# Les fractions en classe", "Une séquence à l'école", "La deuxième page");
    }

    @Test
    void theBytesTellNotTheName() {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Les fractions")));
        assertThat(reader.read(pdf, DocumentType.named("a.txt")).strip()).isEqualTo("Les fractions");
    }

    @Test
    void aPasswordForReadersLocksAndOneForOwnersDoesNot() {
        List<List<String>> pages = List.of(List.of("Les fractions"));
        assertRefused(TestDocuments.pdf(pages, "a", "b"), Kind.UNUSABLE, "locked by a password");
        assertThat(read(TestDocuments.pdf(pages, "a", "")).strip()).isEqualTo("Les fractions");
    }

    @Test
    void aCutOrSpoiltFileIsRefused() {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Les fractions")));
        for (int length : new int[] {5, 20, pdf.length / 4, pdf.length / 2}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(pdf, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(DocumentException.class);
        }
        assertRefused(
                "%PDF-1.7\nnothing of it".getBytes(StandardCharsets.US_ASCII), Kind.BROKEN, "broken or truncated");
    }

    @Test
    void aPageWithoutTextIsUnusable() {
        assertRefused(TestDocuments.pdf(List.of(List.of())), Kind.UNUSABLE, "perhaps it is a scan");
    }

    @Test
    void aSmallFileThatUnpacksLargeIsRefused() {
        byte[] bomb = TestDocuments.pdfBomb(64);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(bomb, Kind.TOO_LARGE, "too large once unpacked");
    }

    @Test
    void pagesAreBounded() {
        assertRefused(TestDocuments.pdf(Collections.nCopies(501, List.of())), Kind.TOO_LARGE, "found 501 pages");
    }

    @Test
    void aFileIsBounded() {
        byte[] large = Arrays.copyOf(TestDocuments.pdf(List.of(List.of("Les fractions"))), (1 << 20) + 1);
        assertRefused(large, Kind.TOO_LARGE, "more than 1 MiB");
    }

    @Test
    void timeIsBounded() throws InterruptedException {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Les fractions")));
        CountDownLatch started = new CountDownLatch(1);
        Semaphore end = new Semaphore(0);
        executor.execute(() -> {
            started.countDown();
            end.acquireUninterruptibly();
        });
        started.await();
        DocumentReader hasty = new DocumentReader(executor, Duration.ofMillis(50));
        assertThatThrownBy(() -> hasty.read(pdf, DocumentType.named("a.pdf"))).hasMessageContaining("takes more than");
        end.release();
        assertThat(read(pdf)).startsWith("Les fractions");
    }

    @Test
    void aBusyReaderSaysSo() {
        executor.shutdownNow();
        assertRefused(TestDocuments.pdf(List.of(List.of("Les fractions"))), Kind.BUSY, "try again later");
    }
}
