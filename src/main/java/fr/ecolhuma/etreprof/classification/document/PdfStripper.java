package fr.ecolhuma.etreprof.classification.document;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;

/** Extracts text until its thread is interrupted. */
final class PdfStripper extends PDFTextStripper {

    PdfStripper() {
        setLineSeparator("\n");
        setParagraphEnd("\n");
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
        super.processOperator(operator, operands);
    }
}
