package fr.ecolhuma.etreprof.classification.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.xml.sax.SAXException;
import org.zwobble.mammoth.DocumentConverter;

/** A Word document as markdown: it keeps headings, lists, tables, bold and italics, and leaves out pictures. */
final class DocxText {

    private DocxText() {}

    /**
     * The text of a document.
     *
     * @throws DocumentException if it is refused
     * @throws IOException if it is not a sound zip file
     * @throws SAXException if a part of it is not sound XML
     */
    static String read(byte[] bytes) throws IOException, SAXException {
        ZipGuard.check(bytes);
        // A style map inside the document could turn text into anything. Pictures are never opened.
        DocumentConverter converter =
                new DocumentConverter().disableEmbeddedStyleMap().imageConverter(picture -> Map.of());
        return HtmlMarkdown.of(
                converter.convertToHtml(new ByteArrayInputStream(bytes)).getValue());
    }
}
