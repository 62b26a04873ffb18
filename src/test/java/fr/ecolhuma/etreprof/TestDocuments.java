package fr.ecolhuma.etreprof;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.slf4j.LoggerFactory;

/** Small PDF and Word documents, sound and hostile. */
public final class TestDocuments {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    static {
        // its fonts and spoilt documents are told of in many lines
        ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
    }

    private TestDocuments() {}

    /** One page a list of lines. */
    public static byte[] pdf(List<List<String>> pages) {
        return pdf(pages, null, null);
    }

    /** The same, locked by passwords: an empty one for readers lets everyone read. */
    public static byte[] pdf(List<List<String>> pages, String owner, String reader) {
        try (PDDocument document = new PDDocument()) {
            for (List<String> lines : pages) {
                addPage(document, lines);
            }
            if (owner != null) {
                document.protect(new StandardProtectionPolicy(owner, reader, new AccessPermission()));
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page whose content is that many MiB of spaces. */
    public static byte[] pdfBomb(int mebibytes) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < mebibytes; i++) {
                    out.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
                }
            }
            page.setContents(content);
            document.addPage(page);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page with this content, whose font is F1. */
    public static byte[] pdfOf(String operators) {
        try (PDDocument document = new PDDocument()) {
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            document.addPage(page(document, resources, operators));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that shows a form so many times, which shows another so many times, and so on. */
    public static byte[] pdfOfForms(int depth, int times) {
        try (PDDocument document = new PDDocument()) {
            PDResources resources = new PDResources();
            String shown = "/Form Do ".repeat(times);
            for (int i = 0; i < depth; i++) {
                PDFormXObject form = new PDFormXObject(document);
                form.setBBox(new PDRectangle(9, 9));
                form.setResources(resources);
                try (OutputStream out = form.getContentStream().createOutputStream()) {
                    out.write(utf8(i == 0 ? "q Q" : shown));
                }
                resources = new PDResources();
                resources.put(COSName.getPDFName("Form"), form);
            }
            document.addPage(page(document, resources, shown));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDPage page(PDDocument document, PDResources resources, String operators) throws IOException {
        PDPage page = new PDPage();
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(utf8(operators));
        }
        page.setResources(resources);
        page.setContents(content);
        return page;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static void addPage(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.setLeading(14);
            content.newLineAtOffset(50, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /** A Word document of paragraphs: {@code # } and {@code ## } headings, {@code - } items, {@code **bold**} whole. */
    public static byte[] docx(String... lines) {
        List<String> paragraphs = new ArrayList<>();
        for (String line : lines) {
            paragraphs.add(paragraph(line));
        }
        return docxOf(String.join("", paragraphs));
    }

    /** A Word document with this XML for its body. */
    public static byte[] docxOf(String body) {
        return zip(docxParts(main(body)));
    }

    /** The main part of a Word document with this XML for its body. */
    public static String main(String body) {
        return "<w:document xmlns:w='%s'><w:body>%s</w:body></w:document>".formatted(NAMESPACE, body);
    }

    /** The styles of a Word document. */
    public static byte[] styles(String styles) {
        return utf8("<w:styles xmlns:w='%s'>%s</w:styles>".formatted(NAMESPACE, styles));
    }

    /** The parts of a Word document with this main part. */
    public static Map<String, byte[]> docxParts(String main) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>"""));
        parts.put("_rels/.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>"""));
        parts.put("word/styles.xml", utf8("""
                <w:styles xmlns:w="%s">
                <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
                <w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
                </w:styles>""".formatted(NAMESPACE)));
        parts.put("word/_rels/document.xml.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
                <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
                </Relationships>"""));
        parts.put("word/numbering.xml", utf8("""
                <w:numbering xmlns:w="%s">
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                </w:numbering>""".formatted(NAMESPACE)));
        parts.put("word/document.xml", utf8(main));
        return parts;
    }

    /** A zip file of these entries. */
    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String paragraph(String line) {
        if (line.startsWith("# ")) {
            return "<w:p><w:pPr><w:pStyle w:val='Titre1'/></w:pPr>%s</w:p>".formatted(run(line.substring(2), ""));
        }
        if (line.startsWith("## ")) {
            return "<w:p><w:pPr><w:pStyle w:val='Titre2'/></w:pPr>%s</w:p>".formatted(run(line.substring(3), ""));
        }
        if (line.startsWith("- ")) {
            return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>%s</w:p>"
                    .formatted(run(line.substring(2), ""));
        }
        if (line.startsWith("**")) {
            return "<w:p>%s</w:p>".formatted(run(line.substring(2, line.length() - 2), "<w:rPr><w:b/></w:rPr>"));
        }
        return "<w:p>%s</w:p>".formatted(run(line, ""));
    }

    private static String run(String text, String properties) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<w:r>%s<w:t xml:space='preserve'>%s</w:t></w:r>".formatted(properties, escaped);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
