package fr.ecolhuma.etreprof.classification.document;

import fr.ecolhuma.etreprof.classification.text.TextStart;
import fr.ecolhuma.etreprof.classification.word.WordParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xml.sax.SAXException;
import org.zwobble.mammoth.DocumentConverter;

/** A Word document as markdown: it keeps headings, lists, tables, bold and italics, and leaves out pictures. */
final class DocxText {

    private DocxText() {}

    /**
     * The text of a document, or its start if that has more letters than are classified.
     *
     * @throws DocumentException if it is refused
     * @throws IOException if it is not a sound zip file
     * @throws SAXException if a part of it is not sound XML
     */
    static DocumentText read(byte[] bytes) throws IOException, SAXException {
        WordParts parts = WordParts.seen(ZipGuard.parts(bytes), TextStart.MOST);
        if (parts.isEmpty()) {
            throw DocumentException.unsupported("found a zip file that is not a Word document, expected docx");
        }
        // A style map inside the document could turn text into anything. Pictures are never opened.
        DocumentConverter converter =
                new DocumentConverter().disableEmbeddedStyleMap().imageConverter(picture -> Map.of());
        byte[] seen = zipped(parts.seen());
        return new DocumentText(
                HtmlMarkdown.of(
                        converter.convertToHtml(new ByteArrayInputStream(seen)).getValue()),
                parts.cut());
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
