package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.bucket.BucketAccess;
import fr.ecolhuma.etreprof.ingestion.bucket.BucketDownload;
import fr.ecolhuma.etreprof.ingestion.bucket.BucketObject;
import fr.ecolhuma.etreprof.ingestion.database.Database;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseExport;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseReader;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.remote.Download;
import fr.ecolhuma.etreprof.ingestion.warehouse.TableName;
import fr.ecolhuma.etreprof.ingestion.warehouse.Warehouse;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Copies the exports that are not on this machine to a folder.
 *
 * @param workspace that the copies go to
 * @param access what they need that stands in no address
 */
record Fetcher(Workspace workspace, SourceAccess access) {

    /**
     * The exports by role, without counts, which are no export, and events that are counted where they are. Files of this machine stay where they are; the exports of one
     * database are read in one go.
     */
    Map<String, ExportFile> files(Map<String, String> addresses) {
        Map<String, Location> places = new LinkedHashMap<>();
        addresses.forEach((role, address) -> places.put(role, Location.of(role, address)));
        places.values().removeIf(place -> place instanceof Location.InFolder);
        if (places.get(Exports.EVENTS) instanceof Location.InWarehouse) {
            places.remove(Exports.EVENTS);
        }
        databases(places);
        Map<String, ExportFile> files = new LinkedHashMap<>();
        places.forEach((role, place) -> files.put(role, file(role, place, addresses)));
        return files;
    }

    private ExportFile file(String role, Location place, Map<String, String> addresses) {
        return switch (place) {
            case Location.OnDisk(String name, Path path) -> ExportFile.at(role, name, path);
            case Location.OnWeb(String name, URI address) -> {
                download(Download.of(role, name), address, String.valueOf(addresses.get(role)));
                yield ExportFile.at(role, name, copy(role));
            }
            case Location.InBucket(BucketObject object) -> {
                new BucketDownload(role, object, buckets(role)).fetch(copy(role));
                yield ExportFile.at(role, object.name(), copy(role));
            }
            case Location.InFolder _ -> throw new IllegalArgumentException(role);
            case Location.InWarehouse(TableName table) -> {
                Warehouse.copy(workspace.warehouse(role, access).table(role, table), copy(role));
                yield ExportFile.at(role, table.name(), copy(role));
            }
            case Location.InDatabase(DatabaseExport export) -> ExportFile.at(role, export.name(), copy(role));
        };
    }

    private void download(Download download, URI address, String written) {
        try {
            download.fetch(address, access.password(), copy(download.role()));
        } catch (IllegalArgumentException e) {
            throw Location.invalid(download.role(), written);
        }
    }

    private BucketAccess buckets(String role) {
        BucketAccess buckets = access.buckets();
        if (buckets == null) {
            throw new ExportException(
                    "the address of the %s export is in a bucket; only addresses of the settings may be"
                            .formatted(role));
        }
        return buckets;
    }

    /** Copies what is in databases, one after the other. */
    private void databases(Map<String, Location> places) {
        Map<String, DatabaseExport> exports = new LinkedHashMap<>();
        places.forEach((role, place) -> {
            if (place instanceof Location.InDatabase(DatabaseExport export)) {
                exports.put(role, export);
            }
        });
        Set<Database> databases = new LinkedHashSet<>();
        exports.values().forEach(export -> databases.add(export.database()));
        databases.forEach(database -> copy(database, exports));
    }

    private void copy(Database database, Map<String, DatabaseExport> exports) {
        Map<String, DatabaseExport> own = new LinkedHashMap<>(exports);
        own.values().removeIf(export -> !export.database().equals(database));
        String first = own.values().iterator().next().name();
        try (DatabaseReader reader = database.open(first, access.databases())) {
            own.forEach((role, export) -> reader.copy(export, copy(role)));
        }
    }

    private Path copy(String role) {
        return workspace.folder().resolve(role + ".fetched");
    }
}
