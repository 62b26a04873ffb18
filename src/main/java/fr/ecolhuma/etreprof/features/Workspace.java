package fr.ecolhuma.etreprof.features;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

/** A temporary folder of one extraction: fetched exports and what the engine spills; gone when closed. */
final class Workspace implements AutoCloseable {

    private static final Duration FETCH = Duration.ofMinutes(30);

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
                Path target = folder.resolve(role + ".fetched");
                new Download(role, name, FETCH).fetch(address, target);
                return ExportFile.at(role, name, target);
            }
            return ExportFile.at(role, fileName(location, role), Path.of(location));
        } catch (IllegalArgumentException e) {
            throw new ExportException(
                    "the address of the %s export is neither a path nor an http(s) address; correct it"
                            .formatted(role));
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
