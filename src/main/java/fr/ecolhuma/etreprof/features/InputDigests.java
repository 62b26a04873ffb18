package fr.ecolhuma.etreprof.features;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** SHA-256 of the exports, worked out beside the extraction. */
final class InputDigests implements AutoCloseable {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Map<String, Future<String>> digests = new LinkedHashMap<>();

    private InputDigests() {}

    static InputDigests start(InputFiles files) {
        InputDigests digests = new InputDigests();
        for (ExportFile file : files.all()) {
            digests.digests.put(file.role(), digests.executor.submit(() -> sha256(file)));
        }
        return digests;
    }

    SortedMap<String, String> finished() {
        SortedMap<String, String> found = new TreeMap<>();
        for (Map.Entry<String, Future<String>> one : digests.entrySet()) {
            try {
                found.put(one.getKey(), one.getValue().get());
            } catch (ExecutionException e) {
                throw new ExportException("the %s export cannot be read to its end; check it".formatted(one.getKey()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ExportException("the extraction was interrupted");
            }
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private static String sha256(ExportFile file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 17];
        try (InputStream in = Files.newInputStream(file.path())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
