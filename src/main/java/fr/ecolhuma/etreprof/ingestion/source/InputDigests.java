package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.Unpacked;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * SHA-256 of the exports, computed beside the extraction. Packed files are unpacked on the way, since the SQL engine
 * does not check their checksums.
 */
public final class InputDigests implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Map<ExportFile, Future<String>> digests = new LinkedHashMap<>();

    private InputDigests() {}

    /** Begins to read the files, one after the other. */
    public static InputDigests start(Collection<ExportFile> files) {
        InputDigests digests = new InputDigests();
        for (ExportFile file : files) {
            digests.digests.put(file, digests.executor.submit(() -> sha256(file)));
        }
        return digests;
    }

    /**
     * Waits for the digests, by role.
     *
     * @throws ExportException if a file cannot be read to its end, or unpacked
     */
    public SortedMap<String, String> finished() {
        SortedMap<String, String> found = new TreeMap<>();
        digests.keySet().forEach(file -> found.put(file.role(), of(file)));
        return Collections.unmodifiableSortedMap(found);
    }

    /**
     * Waits for the digest of one of them.
     *
     * @throws ExportException if it cannot be read to its end, or unpacked
     */
    public String of(ExportFile file) {
        try {
            return Objects.requireNonNull(digests.get(file)).get();
        } catch (ExecutionException e) {
            throw new ExportException("%s is damaged or ends too early; expected a whole file".formatted(file.name()));
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }

    private static String sha256(ExportFile file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(file.path()), digest);
                InputStream buffered = new BufferedInputStream(raw, BUFFER)) {
            if (file.format() == ExportFile.Format.CSV_GZ) {
                drain(new Unpacked(buffered));
            }
            drain(buffered);
        }
        return Digests.hexadecimal(digest);
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (in.read(buffer) >= 0) {
            Cancellation.check();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }
}
