package fr.ecolhuma.etreprof.classification.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks the XML of a zip file into memory, and checks every part of the file for harmful content. */
final class ZipGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_MEBIBYTES = 20;
    private static final String DOCTYPE = "<!DOCTYPE";

    private final ByteBudget budget = new ByteBudget(MOST_MEBIBYTES);
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private int entries;

    private ZipGuard() {}

    /**
     * Its XML by the names of its parts, with slashes between folders.
     *
     * @throws DocumentException if it unpacks too large or declares document types: no Word document needs entities
     * @throws IOException if it is not a sound zip file
     */
    static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        ZipGuard guard = new ZipGuard();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                guard.read(entry.getName().replace('\\', '/'), guard.new Watched(zip));
            }
        }
        return guard.texts;
    }

    private void read(String name, Watched entry) throws IOException {
        entries++;
        if (entries > MOST_ENTRIES) {
            throw DocumentException.tooLarge(
                    "found more than %d parts in the document, expected fewer; send its text".formatted(MOST_ENTRIES));
        }
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            texts.putIfAbsent(name, entry.readAllBytes());
        }
        entry.transferTo(OutputStream.nullOutputStream());
    }

    /** An entry's bytes: they are counted and searched for a document type, whatever the entry's name. */
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
                        "found a document type declaration, expected none in a Word document; save it again");
            }
        }

        @Override
        public void close() {
            // the next entry is read from the same stream
        }
    }
}
