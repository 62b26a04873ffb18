package fr.ecolhuma.etreprof.classification.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Unpacks an opened PDF's streams without keeping them, before they are unpacked into memory: a small file could fill
 * it.
 */
final class PdfGuard {

    private static final int MOST_MEBIBYTES = 20;
    private static final Set<COSName> TEXT_FILTERS = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.CRYPT);

    private PdfGuard() {}

    /**
     * Accepts a document if its streams, except pictures, are small together.
     *
     * @throws DocumentException if they are too large once unpacked, or packed as only pictures are
     * @throws IOException if one is broken
     */
    static void check(COSDocument document) throws IOException {
        ByteBudget budget = new ByteBudget(MOST_MEBIBYTES);
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            ByteBudget.goOn();
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                check(stream, budget);
            }
        }
    }

    private static void check(COSStream stream, ByteBudget budget) throws IOException {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            return;
        }
        List<COSName> filters = new PDStream(stream).getFilters();
        if (!TEXT_FILTERS.containsAll(filters)) {
            throw DocumentException.broken("found text compressed like a picture; print the document to a new PDF");
        }
        byte[] packed = stream.createRawInputStream().readAllBytes();
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
            OutputStream target = budget.counting(last ? OutputStream.nullOutputStream() : unpacked);
            InputStream in = new ByteArrayInputStream(packed);
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, target, stream, i);
            packed = unpacked.toByteArray();
        }
    }
}
