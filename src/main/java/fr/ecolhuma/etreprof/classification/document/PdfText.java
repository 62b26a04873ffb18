package fr.ecolhuma.etreprof.classification.document;

import fr.ecolhuma.etreprof.classification.text.TextStart;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The text of a PDF, line by line, with an empty line between pages and paragraphs. */
final class PdfText {

    private static final int MOST_PAGES = 500;

    private PdfText() {}

    /**
     * The text of a document, or its start if that has more letters than are classified; stops soon after its thread is
     * interrupted.
     *
     * @throws DocumentException if it is refused
     * @throws IOException if it is broken
     */
    static DocumentText read(byte[] bytes) throws IOException {
        PdfFonts.use();
        PackedScan.check(bytes);
        try (PDDocument document = Loader.loadPDF(new InterruptibleBytes(bytes))) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw DocumentException.tooLarge("found %d pages, expected at most %d; send a part of the document"
                        .formatted(document.getNumberOfPages(), MOST_PAGES));
            }
            PdfGuard.check(document.getDocument());
            return text(document);
        } catch (InvalidPasswordException e) {
            throw DocumentException.unusable("found a PDF locked by a password; save it without one");
        }
    }

    private static DocumentText text(PDDocument document) throws IOException {
        BoundedWriter text = new BoundedWriter();
        PdfStripper stripper = new PdfStripper(text, TextStart.MOST);
        stripper.writeText(document, text);
        if (text.toString().isBlank()) {
            throw DocumentException.unusable(
                    "found no text in the PDF, perhaps it is a scan; run text recognition on it and send it again");
        }
        return new DocumentText(PdfLines.joined(text.toString()), stripper.hasLeftOut());
    }
}
