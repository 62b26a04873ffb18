package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
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

    /** A scheme of one letter would be a drive of Windows. */
    Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*", Pattern.DOTALL);

    Set<String> WEB = Set.of("http", "https");

    /**
     * Reads a location.
     *
     * @param role what the export is
     * @throws ExportException if it is neither a path nor an http(s) address
     */
    static Location of(String role, String text) {
        try {
            Matcher scheme = SCHEME.matcher(text);
            if (!scheme.matches()) {
                return new OnDisk(fileName(text, role), Path.of(text));
            }
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            if (!WEB.contains(name)) {
                throw otherScheme(role, name);
            }
            URI address = URI.create(name + text.substring(name.length()));
            return new OnWeb(fileName(address.getPath(), role), address);
        } catch (IllegalArgumentException e) {
            throw invalid(role, text);
        }
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
        String advice = scheme.equals("file")
                ? "give the path alone, such as /exports/%s.csv".formatted(role)
                : "mount the storage and give a path, or give an https:// address that answers with the file, such as a signed one";
        return new ExportException(
                "the address of the %s export begins with %s: and is neither a path nor an http(s) address; %s"
                        .formatted(role, scheme, advice));
    }

    private static String fileName(String path, String role) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? role : name;
    }
}
