package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A temporary folder of one extraction for fetched exports and the engine's spilled data; removed when closed. */
public final class Workspace implements AutoCloseable {

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

    /** The exports as files, by role; what is at an address is fetched first. */
    Map<String, ExportFile> files(Map<String, String> addresses, SourceAccess access) {
        return new Fetcher(folder(), access).files(addresses);
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
