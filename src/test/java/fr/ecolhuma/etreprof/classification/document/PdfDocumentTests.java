package fr.ecolhuma.etreprof.classification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.classification.document.DocumentException.Kind;
import fr.ecolhuma.etreprof.classification.text.TextStart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PdfDocumentTests {

    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final DocumentReader reader = new DocumentReader(executor, Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private String read(byte[] bytes) {
        return reader.read(bytes, DocumentType.named("a.pdf")).text();
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
        assertThat(reader.read(pdf, DocumentType.named("a.txt")).text().strip()).isEqualTo("Les fractions");
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

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Scripts print a line end or a byte order mark first, servers their headers; readers look at the first 1,024 bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n\r\n",
                "\u00EF\u00BB\u00BF",
                "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"
            })
    void whatStandsBeforeTheHeaderIsSkipped(String before) {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Un élève autiste")));
        assertThat(read(joined(latin(before), pdf)).strip()).isEqualTo("Un élève autiste");
        assertThat(read(joined(latin("x".repeat(1_024 - 5)), pdf)).strip()).isEqualTo("Un élève autiste");
        assertRefused(
                joined(latin("x".repeat(1_024 - 4)), pdf), Kind.BROKEN, "found bytes that are not those of a pdf");
    }

    @Test
    void aTextThatSpeaksOfPdfIsAText() {
        byte[] text = "Un fichier PDF commence par %PDF-1.7".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(text, DocumentType.named("a.md")).text()).startsWith("Un fichier PDF");
        byte[] blank = joined(latin("\n\n"), TestDocuments.pdf(List.of(List.of("Un élève"))));
        assertThat(reader.read(blank, DocumentType.named("a.txt")).text().strip())
                .isEqualTo("Un élève");
    }

    /** Proxies and trackers write behind the end, short or long. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000})
    void whatStandsBehindTheEndIsSkipped(int times) {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Un élève autiste")));
        assertThat(read(joined(pdf, latin("<html>tracking</html>".repeat(times))))
                        .strip())
                .isEqualTo("Un élève autiste");
    }

    /** Downloads that break off in the table of objects, and editors that leave it wrong. */
    @Test
    void aBrokenTableOfObjectsIsMadeAnew() {
        byte[] pdf = TestDocuments.pdf(List.of(List.of("Un élève autiste")));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int table = text.lastIndexOf("startxref");
        assertThat(table).isPositive();
        assertThat(read(latin(text.substring(0, table) + "startxref\n9559\n%%EOF"))
                        .strip())
                .isEqualTo("Un élève autiste");
        byte[] plain = latin(HAND_MADE);
        assertThat(read(plain).strip()).isEqualTo("Un élève autiste");
        assertThat(read(Arrays.copyOf(plain, HAND_MADE.indexOf("0000000058 "))).strip())
                .isEqualTo("Un élève autiste");
    }

    private static final String HAND_MADE = """
            %PDF-1.4
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[3 0 R]/Count 1>>
            endobj
            3 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>
            endobj
            4 0 obj
            <</Length 57>>
            stream
            BT /F1 12 Tf 50 780 Td (Un \u00E9l\u00E8ve autiste) Tj ET
            endstream
            endobj
            5 0 obj
            <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>
            endobj
            xref
            0 6
            0000000000 65535 f\s
            0000000009 00000 n\s
            0000000058 00000 n\s
            trailer<</Size 6/Root 1 0 R>>
            startxref
            600
            %%EOF
            """;

    /** Old programs of the Mac write fi and fl as one sign. */
    @Test
    void ligaturesAreLetters() {
        String mac = HAND_MADE
                .replace("Un \u00E9l\u00E8ve autiste", "des dif\u00DEcult\u008Es, des \u00DFches")
                .replace("WinAnsi", "MacRoman");
        assertThat(read(latin(mac)).strip()).isEqualTo("des difficultés, des flches");
    }

    @Test
    void wordsCutAtTheEndOfALineAreWhole() {
        byte[] pdf = TestDocuments.pdf(
                List.of(List.of("Accueillir un élève au-", "tiste avec l'AESH, des repères vi-", "suels.")));
        assertThat(read(pdf).replaceAll("\\s+", " ").strip())
                .isEqualTo("Accueillir un élève autiste avec l'AESH, des repères visuels.");
    }

    /** Tables of contents and leaflets in columns are drawn column by column. */
    @Test
    void columnsAreReadInTheOrderInWhichTheyAreDrawn() {
        String columns = HAND_MADE.replace(
                "50 780 Td (Un \u00E9l\u00E8ve autiste) Tj",
                "50 780 Td 14 TL (Un \u00E9l\u00E8ve) Tj T* (autiste) Tj ET BT /F1 12 Tf 320 780 Td 14 TL (La cantine) Tj T* (composte) Tj");
        assertThat(read(latin(columns)).replaceAll("\\s+", " ").strip())
                .isEqualTo("Un élève autiste La cantine composte");
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

    @Test
    void aLongDocumentIsReadToTheBoundOnly() {
        List<String> page = Collections.nCopies(40, "fraction ".repeat(5).strip());
        String text = read(TestDocuments.pdf(Collections.nCopies(400, page)));
        // a page has 40 lines of 5 words of 8 letters; 50,000 letters are on 32 pages
        assertThat(text.chars().filter(Character::isLetter)).hasSize(32 * 40 * 5 * 8);
        assertThat(text.length()).isGreaterThan(TextStart.MOST);
    }

    @Test
    void aPageOfMillionsOfLettersIsReadToABound() {
        String text = read(TestDocuments.pdfOf("BT /F1 9 Tf (%s) Tj ET".formatted("a".repeat(5 << 20))));
        assertThat(text.strip()).matches("a+").hasSizeBetween(TextStart.MOST + 1, 4 * TextStart.MOST + 1);
    }

    /** Forms that show forms that show forms: a few lines that take ages. */
    @Test
    void aDocumentThatNeverEndsIsStopped() throws Exception {
        byte[] pdf = TestDocuments.pdfOfForms(12, 20);
        DocumentReader hasty = new DocumentReader(executor, Duration.ofMillis(500));
        assertThatThrownBy(() -> hasty.read(pdf, DocumentType.named("a.pdf"))).hasMessageContaining("takes more than");
        assertThat(executor.submit(() -> "free").get(5, TimeUnit.SECONDS)).isEqualTo("free");
    }
}
