package fr.ecolhuma.etreprof.features;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

/** A temporary folder of one extraction: fetched exports and what the engine spills; gone when closed. */
final class Workspace implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    static Workspace open() {
        try {
            return new Workspace(Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "etreprof-"));
        } catch (IOException e) {
            throw new ExportException("no temporary folder can be made; check that the temporary disk is writable");
        }
    }

    Path folder() {
        return folder;
    }

    /** The export at a path or an http(s) address, which is fetched first. */
    ExportFile file(String role, String location) {
        try {
            if (location.startsWith("http://") || location.startsWith("https://")) {
                URI address = URI.create(location);
                String name = fileName(address.getPath(), role);
                return ExportFile.at(role, name, fetch(role, name, address));
            }
            return ExportFile.at(role, fileName(location, role), Path.of(location));
        } catch (IllegalArgumentException e) {
            throw new ExportException(
                    "the address of the %s export is neither a path nor an http(s) address; correct it"
                            .formatted(role));
        }
    }

    private Path fetch(String role, String name, URI address) {
        Path target = folder.resolve(role + ".fetched");
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER).build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new ExportException("%s: the address of the %s export answered %d, expected 200"
                            .formatted(name, role, response.statusCode()));
                }
                Files.copy(body, target);
            }
            return target;
        } catch (IOException e) {
            throw new ExportException(
                    "%s: the address of the %s export cannot be read; check it and try again".formatted(name, role));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExportException("%s: fetching the %s export was interrupted".formatted(name, role));
        }
    }

    private static String fileName(String path, String role) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? role : name;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
        }
    }
}
