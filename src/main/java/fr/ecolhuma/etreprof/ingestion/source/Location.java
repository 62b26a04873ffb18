package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.bucket.BucketObject;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseExport;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.warehouse.TableName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an export is, as an operator writes it. */
sealed interface Location {

    /** The file's name for messages: no folder, query, user or password. */
    String name();

    /** A file on this machine. */
    record OnDisk(String name, Path path) implements Location {}

    /** An http(s) address. */
    record OnWeb(String name, URI address) implements Location {}

    /** Rows of a database. */
    record InDatabase(DatabaseExport export) implements Location {

        @Override
        public String name() {
            return export.name();
        }
    }

    /** An object of a bucket. */
    record InBucket(BucketObject object) implements Location {

        @Override
        public String name() {
            return object.name();
        }
    }

    /** Counts of events, in a folder of this machine. */
    record InFolder(String name, Path folder) implements Location {}

    /** A table of BigQuery. */
    record InWarehouse(TableName table) implements Location {

        @Override
        public String name() {
            return table.name();
        }
    }

    /** What stands before a folder of counts. */
    String COUNTS = "counts:";

    /** A scheme of one letter would be a drive of Windows. */
    Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*", Pattern.DOTALL);

    /**
     * Reads a location.
     *
     * @param role what the export is
     * @throws ExportException if it is neither a path nor an address of a kind that can be read
     */
    static Location of(String role, String text) {
        if (DatabaseExport.isAddress(text)) {
            return new InDatabase(DatabaseExport.of(role, text));
        }
        if (BucketObject.isAddress(text)) {
            return new InBucket(BucketObject.of(role, text));
        }
        if (TableName.isAddress(text)) {
            return new InWarehouse(TableName.of(role, text));
        }
        try {
            if (text.startsWith(COUNTS) && role.equals("interactions")) {
                Path folder = Path.of(text.substring(COUNTS.length()));
                return new InFolder(fileName(folder.toString(), role), folder);
            }
            Matcher scheme = SCHEME.matcher(text);
            return scheme.matches()
                    ? withScheme(role, scheme.group(1).toLowerCase(Locale.ROOT), text)
                    : new OnDisk(fileName(text, role), Path.of(text));
        } catch (IllegalArgumentException e) {
            throw invalid(role, text);
        }
    }

    private static Location withScheme(String role, String scheme, String text) {
        URI address = URI.create(scheme + text.substring(scheme.length()));
        return switch (scheme) {
            case "http", "https" -> new OnWeb(fileName(address.getPath(), role), address);
            case "file" -> {
                Path path = path(role, address);
                yield new OnDisk(fileName(path.toString(), role), path);
            }
            default -> throw otherScheme(role, scheme);
        };
    }

    private static Path path(String role, URI address) {
        String host = address.getAuthority();
        if (address.getPath() == null || (host != null && !host.equalsIgnoreCase("localhost"))) {
            throw new ExportException(
                    "the address of the %s export names a file of another machine; expected file:///folder/%s.csv, or the path alone"
                            .formatted(role, role));
        }
        return Path.of(address.getPath());
    }

    /** The kind of source, where it is not a file or an http(s) address. */
    default Optional<String> kind() {
        return switch (this) {
            case OnDisk _, OnWeb _ -> Optional.empty();
            case InDatabase(DatabaseExport export) -> Optional.of(export.kind());
            case InBucket _ -> Optional.of("gs");
            case InFolder _ -> Optional.of("counts");

            case InWarehouse _ -> Optional.of("bigquery");
        };
    }

    /** The refusal of what cannot be a location; shows nothing of it, which may hold a password. */
    static ExportException invalid(String role, String text) {
        return new ExportException("the address of the %s export is neither a path nor an http(s) address; correct it%s"
                .formatted(
                        role,
                        text.indexOf('@') < 0
                                ? ""
                                : ", and write signs such as @ : / # % in a user or password as %40 %3A %2F %23 %25"));
    }

    private static ExportException otherScheme(String role, String scheme) {
        return new ExportException(
                ("the address of the %s export begins with %s:, expected a path or file:, http:, https:, gs:,"
                                + " bigquery:, postgresql: or jdbc:; mount the storage and give a path, or give an https:// address that answers"
                                + " with the file, such as a signed one")
                        .formatted(role, scheme));
    }

    private static String fileName(String path, String role) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? role : name;
    }
}
