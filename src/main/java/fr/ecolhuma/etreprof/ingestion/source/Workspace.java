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
        return switch (Location.of(role, location)) {
            case Location.OnDisk(String name, Path path) -> ExportFile.at(role, name, path);
            case Location.OnWeb(String name, URI address) -> {
                Path target = folder().resolve(role + ".fetched");
                fetch(new Download(role, name, FETCH), address, location, target);
                yield ExportFile.at(role, name, target);
            }
        };
    }

    private static void fetch(Download download, URI address, String location, Path target) {
        try {
            download.fetch(address, target);
        } catch (IllegalArgumentException e) {
            throw Location.invalid(download.role(), location);
        }
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
