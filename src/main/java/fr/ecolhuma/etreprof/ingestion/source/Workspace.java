package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A temporary folder of one extraction for fetched exports and the engine's spilled data; removed when closed. */
public final class Workspace implements AutoCloseable {

    private static final Duration FETCH = Duration.ofMinutes(30);

    private final ScratchFolder folder;

    private Workspace(ScratchFolder folder) {
        this.folder = folder;
    }

    public static Workspace open() {
        try {
            return new Workspace(ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir"))));
        } catch (IOException e) {
            throw new ExportException("no temporary folder can be created; check that the temporary disk is writable");
        }
    }

    public Path folder() {
        return folder.path();
    }

    /** The export at a path or an http(s) address; an address is fetched first. */
    ExportFile file(String role, String location) {
        try {
            if (location.startsWith("http://") || location.startsWith("https://")) {
                URI address = URI.create(location);
                String name = fileName(address.getPath(), role);
                Path target = folder().resolve(role + ".fetched");
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
            folder.close();
        } catch (IOException e) {
            folder.path().toFile().deleteOnExit();
        }
    }
}
