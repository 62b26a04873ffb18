package fr.ecolhuma.etreprof.classification.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.classification.document.DocumentException.Kind;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts; PDF and Word documents have tests of their own. */
class DocumentReaderTests {

    private static final String TEXT = "# Été\n\nLes élèves à l'école — « œuvre »";

    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final DocumentReader reader = new DocumentReader(executor, Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private String read(byte[] bytes, String name, String mediaType, Charset charset) {
        return reader.read(bytes, new DocumentType(name, mediaType, charset)).text();
    }

    private void assertRefused(byte[] bytes, String name, String mediaType, Charset charset, Kind kind, String says) {
        assertThatThrownBy(() -> read(bytes, name, mediaType, charset))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind))
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, ",
        "a.MD, application/octet-stream",
        "a.markdown, ",
        "a.txt, text/plain",
        "file, text/markdown",
        "a.unknown, text/plain",
        ", text/plain",
        ", "
    })
    void aTextIsKnownByItsNameOrItsType(String name, String mediaType) {
        assertThat(read(TEXT.getBytes(UTF_8), name, mediaType, null)).isEqualTo(TEXT);
    }

    /** Texts from editors and mails begin their paragraphs with tabs or spaces, which markdown takes for code. */
    @ParameterizedTest
    @CsvSource({"a.txt, ", "a.TEXT, ", "a, text/plain", "a.unknown, Text/Plain", ", text/plain"})
    void aPlainTextIsReadWithoutItsIndents(String name, String mediaType) {
        String text = "Fiche\n\n\tAccueillir\n     un élève\n\u00A0\u00A0\u00A0\u00A0 autiste \t.";
        String read = read(text.getBytes(UTF_8), name, mediaType, null);
        assertThat(read).hasSameSizeAs(text);
        assertThat(read.replace("\u200B", "")).isEqualTo("Fiche\n\nAccueillir\nun élève\nautiste \t.");
    }

    @ParameterizedTest
    @CsvSource({"a.md, text/plain", "a.markdown, ", ", text/markdown", ", "})
    void anIndentInMarkdownStays(String name, String mediaType) {
        assertThat(read("a\n\n    code".getBytes(UTF_8), name, mediaType, null)).isEqualTo("a\n\n    code");
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, image/png, found a file .png",
        "a.odt, , found a file .odt",
        ", application/octet-stream, found a file of type application/octet-stream",
        "a, image/png, found a file of type image/png"
    })
    void anotherKindIsNotRead(String name, String mediaType, String says) {
        assertRefused(TEXT.getBytes(UTF_8), name, mediaType, null, Kind.UNSUPPORTED, says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx"})
    void aTextThatClaimsToBeADocumentIsBroken(String name) {
        assertRefused(TEXT.getBytes(UTF_8), name, null, null, Kind.BROKEN, "check the file");
    }

    @Test
    void anOldWordFileIsNotRead() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
        assertRefused(old, "a.doc", "application/msword", null, Kind.UNSUPPORTED, "save it as docx");
        assertRefused(old, "a.docx", null, null, Kind.UNSUPPORTED, "without a password");
    }

    @Test
    void aDeclaredCharsetIsDecoded() {
        String latin = "# Été à l'école";
        assertThat(read(latin.getBytes(ISO_8859_1), "a.txt", null, ISO_8859_1)).isEqualTo(latin);
        Charset windows = Charset.forName("windows-1252");
        assertThat(read(TEXT.getBytes(windows), "a.txt", null, windows)).isEqualTo(TEXT);
        assertThat(read(TEXT.getBytes(UTF_16), "a.txt", null, UTF_16)).isEqualTo(TEXT);
        assertThat(read(TEXT.getBytes(UTF_16LE), "a.txt", null, UTF_16LE)).isEqualTo(TEXT);
        assertThat(read(TEXT.getBytes(UTF_16BE), "a.txt", null, UTF_16BE)).isEqualTo(TEXT);
    }

    @Test
    void byteOrderMarksAreRecognised() {
        String marked = "\uFEFF" + TEXT;
        assertThat(read(marked.getBytes(UTF_8), "a.md", null, null)).isEqualTo(TEXT);
        assertThat(read(marked.getBytes(UTF_8), "a.md", null, UTF_8)).isEqualTo(TEXT);
        assertThat(read(marked.getBytes(UTF_16LE), "a.md", null, null)).isEqualTo(TEXT);
        assertThat(read(marked.getBytes(UTF_16BE), "a.md", null, null)).isEqualTo(TEXT);
        assertThat(read(marked.getBytes(UTF_16LE), "a.md", null, UTF_16)).isEqualTo(TEXT);
    }

    @Test
    void bytesThatAreNotTheCharsetAreBroken() {
        byte[] latin = "Été".getBytes(ISO_8859_1);
        assertRefused(latin, "a.txt", null, null, Kind.BROKEN, "found bytes that are not UTF-8");
        assertRefused(latin, "a.txt", null, UTF_8, Kind.BROKEN, "found bytes that are not UTF-8");
        assertRefused(latin, "a.txt", null, US_ASCII, Kind.BROKEN, "found bytes that are not US-ASCII");
        byte[] windows = {'a', (byte) 0x81};
        assertRefused(windows, "a.txt", null, Charset.forName("windows-1252"), Kind.BROKEN, "not windows-1252");
        assertRefused(new byte[] {'a', 0, 'b'}, "a.txt", null, UTF_16LE, Kind.BROKEN, "not UTF-16LE");
    }

    @Test
    void someZeroBytesAreBlanksAndManyAreNoUtf8() {
        assertThat(read("des fractions\0 et des nombres".getBytes(UTF_8), "a.txt", null, null))
                .isEqualTo("des fractions\0 et des nombres");
        assertRefused("des fractions".getBytes(UTF_16LE), "a.txt", null, null, Kind.BROKEN, "declare the charset");
        assertRefused("\0\0\0".getBytes(UTF_8), "a.txt", null, UTF_8, Kind.UNUSABLE, "found no content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\u00A0\u2003", "\uFEFF", "\u200B\u00AD"})
    void aBlankTextIsUnusable(String blank) {
        assertRefused(blank.getBytes(UTF_8), "a.txt", null, null, Kind.UNUSABLE, "found no content");
        assertThatThrownBy(() -> ContentText.of(blank)).isInstanceOf(DocumentException.class);
    }

    @Test
    void oneMebibyteIsTheMost() {
        String most = "é".repeat(1 << 19);
        assertThat(ContentText.of(most)).isSameAs(most);
        assertRefused((most + "e").getBytes(UTF_8), "a.txt", null, null, Kind.TOO_LARGE, "more than 1 MiB");
        assertThatThrownBy(() -> ContentText.of("a" + most)).hasMessageContaining("more than 1 MiB");
        assertThat(ContentText.mostBytes(UTF_16LE)).isGreaterThanOrEqualTo(1 << 21);
    }

    @Test
    void halvesOfSurrogatePairsAreReplacedInPlace() {
        assertThat(ContentText.of("a\uD83Db\uDE00c\uD83D\uDE00\uD83D")).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00\uFFFD");
    }
}
