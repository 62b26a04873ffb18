package fr.ecolhuma.etreprof.classification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestDocuments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Word documents as Word and other programs write them: what a reader sees is what is read. */
@Timeout(60)
class DocxVariantTests {

    private static final String SPACES =
            " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'"
                    + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
                    + " xmlns:wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'"
                    + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
                    + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'";

    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final DocumentReader reader = new DocumentReader(executor, Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private String read(byte[] bytes) {
        return reader.read(bytes, DocumentType.named("a.docx")).text().strip();
    }

    private String body(String xml) {
        return read(TestDocuments.zip(parts(xml)));
    }

    private static Map<String, byte[]> parts(String body) {
        return new LinkedHashMap<>(TestDocuments.docxParts(document(body)));
    }

    private static String document(String body) {
        return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'%s><w:body>%s</w:body></w:document>"
                .formatted(SPACES, body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    /** Tracked changes, mail merges, forms, right-to-left text and pronounced characters are ordinary in Word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <w:ins w:id='1' w:author='x'>RUN</w:ins>
            <w:moveTo w:id='1' w:author='x'>RUN</w:moveTo>
            <w:fldSimple w:instr=' MERGEFIELD nom '>RUN</w:fldSimple>
            <w:sdt><w:sdtPr/><w:sdtContent>RUN</w:sdtContent></w:sdt>
            <w:smartTag w:uri='x' w:element='y'>RUN</w:smartTag>
            <w:customXml w:uri='x' w:element='y'>RUN</w:customXml>
            <w:dir w:val='ltr'><w:bdo w:val='ltr'>RUN</w:bdo></w:dir>
            <w:hyperlink w:anchor='x'>RUN</w:hyperlink>
            <w:r><w:ruby><w:rt><w:r><w:t>secret</w:t></w:r></w:rt><w:rubyBase>RUN</w:rubyBase></w:ruby></w:r>
            <w:ins w:id='1'><w:moveTo w:id='2'><w:fldSimple w:instr='x'>RUN</w:fldSimple></w:moveTo></w:ins>
            """)
    void aWrappedRunIsSeen(String wrapped) {
        String text = body("<w:p>" + run("un ") + wrapped.replace("RUN", run("élève")) + run(" autiste") + "</w:p>");
        assertThat(text).isEqualTo("un élève autiste");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:del w:id='1' w:author='x'><w:r><w:delText>secret</w:delText></w:r></w:del>",
                "<w:moveFrom w:id='1' w:author='x'><w:r><w:t>secret</w:t></w:r></w:moveFrom>",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>",
                "<w:r><w:rPr><w:b/><w:vanish w:val='true'/></w:rPr><w:t>secret</w:t></w:r>",
                "<w:r><w:rPr><w:rStyle w:val='Cache'/></w:rPr><w:t>secret</w:t></w:r>",
                "<w:r><w:rPr><w:rStyle w:val='CacheAussi'/></w:rPr><w:t>secret</w:t></w:r>",
                "<w:hyperlink w:anchor='x'><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:hyperlink>"
            })
    void whatIsDeletedOrHiddenIsNotRead(String unseen) {
        Map<String, byte[]> parts = parts("<w:p>" + run("un ") + unseen + run("mot") + "</w:p>");
        parts.put("word/styles.xml", hidingStyles());
        assertThat(read(TestDocuments.zip(parts))).isEqualTo("un mot");
    }

    private static byte[] hidingStyles() {
        return utf8("""
                <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:style w:type="character" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="CacheAussi"><w:basedOn w:val="Cache"/></w:style>
                <w:style w:type="character" w:styleId="Montre"><w:basedOn w:val="Cache"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Consigne"><w:rPr><w:vanish/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Rond"><w:basedOn w:val="Rond"/></w:style>
                </w:styles>""");
    }

    @Test
    void aParagraphsStyleHidesItsRunsAndARunMayShowItself() {
        Map<String, byte[]> parts = parts("<w:p><w:pPr><w:pStyle w:val='Consigne'/></w:pPr>" + run("secret")
                + "<w:r><w:rPr><w:vanish w:val='false'/></w:rPr><w:t>montré</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val='Rond'/><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("lu")
                + "<w:r><w:rPr><w:rStyle w:val='Montre'/></w:rPr><w:t>, et ceci</w:t></w:r></w:p>");
        parts.put("word/styles.xml", hidingStyles());
        assertThat(read(TestDocuments.zip(parts)).lines().filter(line -> !line.isEmpty()))
                .containsExactly("montré", "lu, et ceci");
    }

    @Test
    void aDeletedRowOrCellOfATableIsNotRead() {
        String row = "<w:tr>%s<w:tc>%s<w:p>%s</w:p></w:tc><w:tc><w:p>%s</w:p></w:tc></w:tr>";
        String text = body("<w:tbl>"
                + row.formatted("<w:trPr><w:del w:id='1'/></w:trPr>", "", run("secret"), run("secret"))
                + row.formatted("", "<w:tcPr><w:cellDel w:id='2'/></w:tcPr>", run("secret"), run("reste"))
                + row.formatted("<w:trPr><w:ins w:id='3'/></w:trPr>", "", run("neuf"), run("aussi"))
                + "</w:tbl>");
        assertThat(text.lines().filter(line -> !line.isBlank())).containsExactly("reste", "neuf", "aussi");
    }

    private static String drawn(String inside) {
        return "<w:drawing><wp:inline><a:graphic><a:graphicData uri='x'><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent><w:p>"
                + inside
                + "</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>";
    }

    private static String picture(String inside) {
        return "<w:pict><v:shape><v:textbox><w:txbxContent><w:p>" + inside
                + "</w:p></w:txbxContent></v:textbox></v:shape></w:pict>";
    }

    /** Word writes a text box twice, for itself and for older programs; LibreOffice and converters once, either way. */
    @Test
    void aTextBoxIsReadOnce() {
        String box = run("un élève autiste");
        for (String inside : new String[] {
            drawn(box),
            picture(box),
            "<mc:AlternateContent><mc:Choice Requires='wps'>%s</mc:Choice><mc:Fallback>%s</mc:Fallback></mc:AlternateContent>"
                    .formatted(drawn(box), picture(box)),
            "<mc:AlternateContent><mc:Choice Requires='wps'>%s</mc:Choice></mc:AlternateContent>".formatted(drawn(box)),
            "<mc:AlternateContent><mc:Choice Requires='wps'>%s</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
                    .formatted(drawn(box)),
            "<mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback>%s</mc:Fallback></mc:AlternateContent>"
                    .formatted(picture(box)),
            drawn(box)
                    .replace("<wps:wsp>", "<wpg:wgp><wpg:grpSp><wps:wsp>")
                    .replace("</wps:wsp>", "</wps:wsp></wpg:grpSp></wpg:wgp>")
        }) {
            assertThat(body("<w:p><w:r>" + inside + "</w:r></w:p>")).as(inside).isEqualTo("un élève autiste");
        }
    }

    @Test
    void aHiddenRunHidesNotWhatIsAroundItsTextBox() {
        String box = drawn("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("vu"));
        assertThat(body("<w:p><w:r>" + box + "</w:r></w:p>")).isEqualTo("vu");
    }

    /** Word cuts words into runs for its spelling checks, and where somebody has edited. */
    @Test
    void splitRunsAndHyphensForLooksLeaveWordsWhole() {
        assertThat(body("<w:p>" + run("aut") + "<w:proofErr w:type='spellStart'/>" + run("iste") + "</w:p>"))
                .isEqualTo("autiste");
        String bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r>";
        assertThat(body("<w:p>" + run("aut") + bold.formatted("is") + run("te et ") + bold.formatted("AES") + run("H, ")
                        + bold.formatted("ici") + "</w:p>"))
                .isEqualTo("autiste et AESH, **ici**");
        assertThat(body("<w:p><w:r><w:t>au</w:t><w:softHyphen/><w:t>tis\u00ADte</w:t></w:r></w:p>"))
                .isEqualTo("autiste");
        assertThat(body("<w:p><w:r><w:t>un</w:t><w:cr/><w:t>deux</w:t><w:ptab/><w:t>trois</w:t></w:r></w:p>")
                        .split("\\s+"))
                .containsExactly("un", "deux", "trois");
    }

    /** "Strict Open XML", which Word and some administrations save. */
    @Test
    void theStrictStandardIsRead() {
        Map<String, byte[]> parts = parts("");
        parts.replaceAll((name, bytes) -> utf8(new String(bytes, StandardCharsets.UTF_8)
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .replace(
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main")));
        parts.put(
                "word/document.xml",
                utf8(("<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body>"
                                + "<w:p><w:pPr><w:pStyle w:val='Titre1'/></w:pPr>%s</w:p><w:p>%s</w:p>"
                                + "</w:body></w:document>")
                        .formatted(run("Titre"), "<w:moveTo>" + run("autiste") + "</w:moveTo>")));
        assertThat(read(TestDocuments.zip(parts))).isEqualTo("# Titre\n\nautiste");
    }

    /** Scripts write other prefixes than Word does. */
    @Test
    void prefixesMeanNothing() {
        String document = document("<w:p><w:moveTo>" + run("autiste") + "</w:moveTo></w:p>");
        String own = document.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace("xmlns:w=", "xmlns:ns0=");
        String none = document.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=");
        assertThat(read(TestDocuments.zip(TestDocuments.docxParts(own)))).isEqualTo("autiste");
        assertThat(read(TestDocuments.zip(TestDocuments.docxParts(none)))).isEqualTo("autiste");
    }

    /** Zip programs of Windows write backslashes; SharePoint writes document2.xml; some programs another folder. */
    @Test
    void partsAreFoundWhateverTheyAreCalled() {
        Map<String, byte[]> windows = new LinkedHashMap<>();
        parts("<w:p>" + run("autiste") + "</w:p>")
                .forEach((name, bytes) -> windows.put(name.replace('/', '\\'), bytes));
        assertThat(read(TestDocuments.zip(windows))).isEqualTo("autiste");
        for (String main : new String[] {"word/document2.xml", "/word/document2.xml", "texte/principal.xml"}) {
            Map<String, byte[]> parts = parts("<w:p>" + run("autiste") + "</w:p>");
            byte[] text = parts.remove("word/document.xml");
            parts.put(main.replaceFirst("^/", ""), text);
            parts.computeIfPresent(
                    "_rels/.rels",
                    (name, bytes) ->
                            utf8(new String(bytes, StandardCharsets.UTF_8).replace("word/document.xml", main)));
            assertThat(read(TestDocuments.zip(parts))).as(main).isEqualTo("autiste");
        }
    }

    @Test
    void notesAreRead() {
        Map<String, byte[]> parts = parts("<w:p>" + run("Note")
                + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='3'/></w:r></w:p>");
        String note = "<w:%1$ss xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + "<w:%1$s w:id='%2$d'><w:p>%3$s<w:del><w:r><w:t>secret</w:t></w:r></w:del></w:p></w:%1$s></w:%1$ss>";
        parts.put("word/footnotes.xml", utf8(note.formatted("footnote", 2, run("avec l’AESH"))));
        parts.put("word/endnotes.xml", utf8(note.formatted("endnote", 3, run("un élève autiste"))));
        String link =
                "<Relationship Id='n%1$s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%1$s' Target='%1$s.xml'/>";
        parts.computeIfPresent(
                "word/_rels/document.xml.rels",
                (name, bytes) -> utf8(new String(bytes, StandardCharsets.UTF_8)
                        .replace(
                                "</Relationships>",
                                link.formatted("footnotes") + link.formatted("endnotes") + "</Relationships>")));
        assertThat(read(TestDocuments.zip(parts)))
                .startsWith("Note")
                .contains("avec l’AESH", "un élève autiste")
                .doesNotContain("secret");
    }

    @Test
    void aWorkbookIsNoWordDocument() {
        Map<String, byte[]> parts = parts("");
        parts.put("xl/workbook.xml", utf8("<workbook xmlns='urn:x'/>"));
        parts.computeIfPresent(
                "_rels/.rels",
                (name, bytes) -> utf8(
                        new String(bytes, StandardCharsets.UTF_8).replace("word/document.xml", "xl/workbook.xml")));
        byte[] workbook = TestDocuments.zip(parts);
        assertThatThrownBy(() -> read(workbook)).hasMessageContaining("not a Word document");
    }
}
