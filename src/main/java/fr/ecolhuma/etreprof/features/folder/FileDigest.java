package fr.ecolhuma.etreprof.features.folder;

import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** SHA-256 of the files of a folder. */
final class FileDigest {

    private static final int BUFFER = 1 << 17;

    private FileDigest() {}

    /** The digest of a file, in hexadecimal. */
    static String of(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Cancellation.check();
                digest.update(buffer, 0, count);
            }
        }
        return Digests.hexadecimal(digest);
    }

    /**
     * Compares a file with what the account says.
     *
     * @throws ExportException if it is missing, or another one
     */
    static void require(Path folder, String file, @Nullable String expected) {
        String name = folder.getFileName() + "/" + file;
        if (expected == null) {
            throw new ExportException(
                    "%s: account.json has no digest of it; expected one for each file; count again".formatted(name));
        }
        String found;
        try {
            found = of(folder.resolve(file));
        } catch (IOException _) {
            throw new ExportException(
                    "%s: found no file that can be read, expected the one that account.json names; count again"
                            .formatted(name));
        }
        if (!found.equals(expected)) {
            throw new ExportException(
                    "%s: found SHA-256 %s, expected %s by account.json; the folder is half written or was changed: count again"
                            .formatted(name, found, expected));
        }
    }
}
