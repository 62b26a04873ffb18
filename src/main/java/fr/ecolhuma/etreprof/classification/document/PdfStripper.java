package fr.ecolhuma.etreprof.classification.document;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Extracts text until there is enough of it, or until its thread is interrupted. */
final class PdfStripper extends PDFTextStripper {

    /** A letter may be printed several times in one place; hostile pages have millions in one place. */
    private static final int PRINTED_A_LETTER = 4;

    /** Blanks count as well, but little: a page may be full of them. */
    private static final int BLANKS_A_LETTER = 10;

    private final BoundedWriter out;
    private final int letters;
    private long left;
    private boolean leftOut;

    /**
     * A stripper.
     *
     * @param out gets the text
     * @param letters it stops after the page on which it has more letters and digits
     */
    PdfStripper(BoundedWriter out, int letters) {
        this.out = out;
        this.letters = letters;
        this.left = (long) letters * PRINTED_A_LETTER * BLANKS_A_LETTER;
        setLineSeparator("\n");
        setParagraphEnd("\n");
    }

    /** Whether it stopped before the end. */
    boolean hasLeftOut() {
        return leftOut;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (left > 0 && out.letters() <= letters) {
            super.processPage(page);
        } else {
            leftOut = true;
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
        if (left > 0) {
            super.processOperator(operator, operands);
        } else {
            leftOut = true;
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (left > 0) {
            String sign = text.getUnicode();
            boolean blank = sign == null || sign.isEmpty() || !Character.isLetterOrDigit(sign.charAt(0));
            left -= blank ? 1 : BLANKS_A_LETTER;
            super.processTextPosition(text);
        } else {
            leftOut = true;
        }
    }
}
