package fr.ecolhuma.etreprof.classification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.classification.document.DocumentException.Kind;
import fr.ecolhuma.etreprof.classification.text.TextStart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DocxDocumentTests {

    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final DocumentReader reader = new DocumentReader(executor, Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private String read(byte[] bytes) {
        return reader.read(bytes, DocumentType.named("a.docx")).text();
    }

    private void assertRefused(byte[] bytes, Kind kind, String says) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind))
                .hasMessageContaining(says);
    }

    @Test
    void headingsListsAndBoldAreKept() {
        byte[] docx = TestDocuments.docx(
                "# Les fractions",
                "Une séquence à l'école, où 1 < 2 & 3",
                "## Séance 1",
                "- des parts",
                "- des bandes",
                "**Important**",
                "Fin");
        assertThat(read(docx).lines().filter(line -> !line.isEmpty()))
                .containsExactly(
                        "# Les fractions",
                        "Une séquence à l'école, où 1 < 2 & 3",
                        "## Séance 1",
                        "- des parts",
                        "- des bandes",
                        "**Important**",
                        "Fin");
    }

    @Test
    void marksTouchTheirWords() {
        assertThat(HtmlMarkdown.of("<p>un <strong>mot </strong>et <em></em>fin</p>"))
                .isEqualTo("un **mot** et fin\n\n");
        assertThat(HtmlMarkdown.of("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>x &amp;lt; y"))
                .isEqualTo("a\n\nb\n\nx &lt; y\n\n");
    }

    @Test
    void everyEntityIsTheCharacterItNames() {
        assertThat(HtmlMarkdown.of(
                        "<p title=\"a > b\">l&rsquo;&eacute;cole &mdash; 1&nbsp;&lt;&#160;2 &#x20AC; &amp;eacute;</p>"))
                .isEqualTo("l’école — 1 < 2 € &eacute;\n\n");
    }

    @Test
    void aBreakEndsTheLineAndKeepsWhatItIs() {
        assertThat(HtmlMarkdown.of(
                        "<h2>un<br />deux</h2><ul><li>a<ul><li>b</li></ul></li></ul><!-- rien --><p>fin</p>"))
                .isEqualTo("## un\n\n## deux\n\n- a\n\n- b\n\nfin\n\n");
    }

    @Test
    void anotherZipFileIsNotRead() {
        byte[] zip = TestDocuments.zip(Map.of("xl/workbook.xml", new byte[] {'<'}));
        assertRefused(zip, Kind.UNSUPPORTED, "not a Word document");
    }

    @Test
    void aCutFileIsRefused() {
        byte[] docx = TestDocuments.docx("# Les fractions", "Une séquence");
        for (int length : new int[] {4, 30, docx.length / 4, docx.length / 2}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(docx, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(DocumentException.class);
        }
        assertRefused(TestDocuments.zip(TestDocuments.docxParts("<w:document")), Kind.BROKEN, "broken or truncated");
    }

    @Test
    void aBlankDocumentIsUnusable() {
        assertRefused(TestDocuments.docx(""), Kind.UNUSABLE, "found no content");
    }

    @Test
    void aSmallFileThatUnpacksLargeIsRefused() {
        Map<String, byte[]> parts = new LinkedHashMap<>(TestDocuments.docxParts("<a/>"));
        parts.put("word/media/image1.png", new byte[30 << 20]);
        byte[] bomb = TestDocuments.zip(parts);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(bomb, Kind.TOO_LARGE, "too large once unpacked");
    }

    @Test
    void aFileOfManyPartsIsRefused() {
        Map<String, byte[]> parts = new LinkedHashMap<>(TestDocuments.docxParts("<a/>"));
        for (int i = 0; i < 2_000; i++) {
            parts.put("word/p" + i, new byte[0]);
        }
        assertRefused(TestDocuments.zip(parts), Kind.TOO_LARGE, "parts");
    }

    @Test
    void entitiesAreRefused() {
        String document = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>";
        assertRefused(TestDocuments.zip(TestDocuments.docxParts(document)), Kind.BROKEN, "document type declaration");
        Map<String, byte[]> wide = new LinkedHashMap<>(TestDocuments.docxParts(""));
        wide.put("word/document.xml", ("\uFEFF" + document).getBytes(StandardCharsets.UTF_16LE));
        assertRefused(TestDocuments.zip(wide), Kind.BROKEN, "document type declaration");
    }

    @Test
    void aDocumentNestedWithoutEndIsRefused() {
        int depth = 200_000;
        byte[] deep = TestDocuments.docxOf("<w:sdt><w:sdtContent>".repeat(depth)
                + "<w:p><w:r><w:t>mot</w:t></w:r></w:p>"
                + "</w:sdtContent></w:sdt>".repeat(depth));
        assertRefused(deep, Kind.BROKEN, "broken or truncated");
    }

    @Test
    void aLongDocumentIsReadToTheBoundOnly() {
        String text = read(TestDocuments.docxOf(
                "<w:p><w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t>fraction</w:t></w:r></w:p>".repeat(40_000)));
        // 6,251 words of 8 letters are the first that are more than 50,000
        assertThat(text.lines().filter(line -> line.equals("fraction"))).hasSize(6_251);
        assertThat(text.length()).isGreaterThan(TextStart.MOST);
    }

    @Test
    void ofFarMoreElementsThanTextTheFirstAreRead() {
        String first = "<w:p><w:r><w:t>fraction</w:t></w:r></w:p>";
        byte[] few = TestDocuments.docxOf(first + "<w:p/>".repeat(50_000) + first);
        byte[] many = TestDocuments.docxOf(first + "<w:p/>".repeat(70_000) + first);
        assertThat(reader.read(few, DocumentType.named("a.docx")))
                .isEqualTo(new DocumentText("fraction\n\nfraction\n\n", false));
        assertThat(reader.read(many, DocumentType.named("a.docx"))).isEqualTo(new DocumentText("fraction\n\n", true));
    }

    /** Each of these took minutes when every run looked for its paragraph, or for its style, on its own. */
    @Test
    void deepNestingAndLongRowsOfStylesAreCheap() {
        String runs = "<w:r>".repeat(500_000) + "</w:r>".repeat(500_000);
        assertThatThrownBy(() -> read(TestDocuments.docxOf("<w:p>" + runs + "</w:p>")))
                .isInstanceOf(DocumentException.class);
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            styles.append("<w:style w:type='character' w:styleId='s%d'><w:basedOn w:val='s%d'/></w:style>"
                    .formatted(i, i + 1));
        }
        String styled = "<w:p><w:r><w:rPr><w:rStyle w:val='s0'/></w:rPr><w:t>fraction</w:t></w:r></w:p>";
        Map<String, byte[]> parts =
                new LinkedHashMap<>(TestDocuments.docxParts(TestDocuments.main(styled.repeat(9_000))));
        parts.put("word/styles.xml", TestDocuments.styles(styles.toString()));
        assertThat(read(TestDocuments.zip(parts))).startsWith("fraction");
    }
}
