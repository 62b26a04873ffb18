package fr.ecolhuma.etreprof.classification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks through a zip file before anything unpacks it into memory: is it a Word document, and a harmless one? */
final class ZipGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_MEBIBYTES = 20;
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final String MAIN = "word/document.xml";

    private final ByteBudget budget = new ByteBudget(MOST_MEBIBYTES);
    private final Set<String> names = new HashSet<>();
    private final byte[] buffer = new byte[8192];

    private ZipGuard() {}

    /**
     * Passes a sound Word document.
     *
     * @throws DocumentException if it is none, unpacks too large, or declares document types: entities are never needed
     * @throws IOException if it is no sound zip file
     */
    static void check(byte[] bytes) throws IOException {
        ZipGuard guard = new ZipGuard();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                guard.check(zip, entry.getName());
            }
        }
        if (!guard.names.contains(MAIN)) {
            throw DocumentException.unsupported("found a zip file that is no Word document, expected docx");
        }
    }

    private void check(ZipInputStream zip, String name) throws IOException {
        names.add(name);
        if (names.size() > MOST_ENTRIES) {
            throw DocumentException.tooLarge(
                    "found more than %d parts in the document; send its text".formatted(MOST_ENTRIES));
        }
        int matched = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            budget.spend(read);
            for (int i = 0; i < read && matched < DOCTYPE.length(); i++) {
                matched = matched(matched, buffer[i]);
            }
        }
        if (matched == DOCTYPE.length() && (name.endsWith(".xml") || name.endsWith(".rels"))) {
            throw DocumentException.broken(
                    "found a document type declaration, which no Word document has; save it again");
        }
    }

    /** Zero bytes are passed over, so that UTF-16 is seen through. */
    private static int matched(int matched, byte next) {
        if (next == 0) {
            return matched;
        }
        if (next == DOCTYPE.charAt(matched)) {
            return matched + 1;
        }
        return next == DOCTYPE.charAt(0) ? 1 : 0;
    }
}
