package fr.ecolhuma.etreprof.classification.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xml.sax.SAXException;

/** Looks through a zip file before anything unpacks it into memory: is it a Word document, and a harmless one? */
final class ZipGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_MEBIBYTES = 20;
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final String MAIN = "word/document.xml";

    private final ByteBudget budget = new ByteBudget(MOST_MEBIBYTES);
    private final Set<String> names = new HashSet<>();

    private ZipGuard() {}

    /**
     * Passes a sound Word document.
     *
     * @throws DocumentException if it is none, unpacks too large, or declares document types: entities are never needed
     * @throws IOException if it is no sound zip file
     * @throws SAXException if a part of the text is no sound XML
     */
    static void check(byte[] bytes) throws IOException, SAXException {
        ZipGuard guard = new ZipGuard();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                guard.check(entry.getName(), guard.new Watched(zip));
            }
        }
        if (!guard.names.contains(MAIN)) {
            throw DocumentException.unsupported("found a zip file that is no Word document, expected docx");
        }
    }

    private void check(String name, Watched entry) throws IOException, SAXException {
        names.add(name);
        if (names.size() > MOST_ENTRIES) {
            throw DocumentException.tooLarge(
                    "found more than %d parts in the document; send its text".formatted(MOST_ENTRIES));
        }
        if (name.startsWith("word/") && name.endsWith(".xml")) {
            XmlCheck.check(entry);
        }
        entry.transferTo(OutputStream.nullOutputStream());
    }

    /** An entry's bytes: counted, and looked through for a document type, whatever the entry is called. */
    private final class Watched extends FilterInputStream {

        private int matched;

        Watched(InputStream entry) {
            super(entry);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            budget.spend(Math.max(read, 0));
            for (int i = offset; i < offset + read; i++) {
                look(target[i]);
            }
            return read;
        }

        /** Zero bytes are skipped, so that UTF-16 is read as well. */
        private void look(byte next) {
            if (next != 0) {
                matched = next == DOCTYPE.charAt(matched) ? matched + 1 : next == DOCTYPE.charAt(0) ? 1 : 0;
            }
            if (matched == DOCTYPE.length()) {
                throw DocumentException.broken(
                        "found a document type declaration, which no Word document has; save it again");
            }
        }

        @Override
        public void close() {
            // the next entry is read from the same stream
        }
    }
}
