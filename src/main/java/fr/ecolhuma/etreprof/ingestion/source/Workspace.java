package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.warehouse.TableName;
import fr.ecolhuma.etreprof.ingestion.warehouse.Warehouse;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseAccess;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A temporary folder of one extraction for fetched exports and the engine's spilled data; removed when closed. */
public final class Workspace implements AutoCloseable {

    private final ScratchFolder folder;
    private @Nullable Warehouse warehouse;

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

    /** The exports as files, by role; what is at an address is fetched first. Events of a warehouse are not among them. */
    Map<String, ExportFile> files(Map<String, String> addresses, SourceAccess access) {
        return new Fetcher(this, access).files(addresses);
    }

    /** The table in a warehouse that an address of events names; empty for other addresses. */
    public Optional<WarehouseTable> events(String address, SourceAccess access) {
        return Location.of(Exports.EVENTS, address) instanceof Location.InWarehouse(TableName name)
                ? Optional.of(warehouse(Exports.EVENTS, access).table(Exports.EVENTS, name))
                : Optional.empty();
    }

    /** The one warehouse of the extraction. */
    Warehouse warehouse(String role, SourceAccess access) {
        Warehouse known = warehouse;
        WarehouseAccess allowed = access.warehouse();
        if (allowed == null) {
            throw new ExportException(
                    "the address of the %s export is in BigQuery; only addresses of the settings may be"
                            .formatted(role));
        }
        if (known == null) {
            known = new Warehouse(allowed);
            warehouse = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (warehouse != null) {
            warehouse.close();
        }
        try {
            folder.close();
        } catch (IOException e) {
            folder.path().toFile().deleteOnExit();
        }
    }
}
