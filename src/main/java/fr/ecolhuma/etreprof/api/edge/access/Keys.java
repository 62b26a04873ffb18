package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.snapshot.disk.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The configured keys: only digests are kept, and each is compared in constant time. A file of keys is read again when
 * its time changes, so that keys rotate without a restart.
 */
@Component
public final class Keys {

    /** The attribute under which a request, and the lines logged meanwhile, name its key. */
    public static final String CALLER = "caller";

    /** The owner of a key and its role. */
    public record Bearer(String name, Role role) {}

    private record Key(Bearer bearer, String digest) {}

    private record FromFile(@Nullable FileTime changed, List<Key> keys) {}

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final String BEARER = "bearer ";
    private static final int PARTS = 3;
    private static final String EXPECTED = "expected name:role:token with the role reader or admin";

    private final List<Key> fixed = new ArrayList<>();
    private final @Nullable Path file;
    private volatile FromFile rotated = new FromFile(null, List.of());
    private volatile boolean unreadable;

    Keys(@Value("${etreprof.admin-token}") String adminToken, AccessSettings settings) {
        if (!adminToken.isBlank()) {
            fixed.add(new Key(new Bearer("admin", Role.ADMIN), Digests.sha256(adminToken.strip())));
        }
        settings.keys().forEach(line -> fixed.add(parse(line)));
        file = settings.keysFile().isBlank() ? null : Path.of(settings.keysFile());
        if (fromFile().isEmpty() && unreadable) {
            throw new IllegalArgumentException(
                    "ETREPROF_KEYS_FILE: found no readable file, %s on each line".formatted(EXPECTED));
        }
    }

    /** Whether any key lets its bearer change state. */
    public boolean hasAdmin() {
        return all().anyMatch(key -> key.bearer().role() == Role.ADMIN);
    }

    /** The sender of a request; empty without a key or with an unknown one. */
    public Optional<Bearer> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        byte[] sent = bytes(Digests.sha256(header.substring(BEARER.length()).strip()));
        Bearer found = null;
        for (Key key : all().toList()) {
            found = MessageDigest.isEqual(bytes(key.digest()), sent) ? key.bearer() : found;
        }
        return Optional.ofNullable(found);
    }

    private Stream<Key> all() {
        return Stream.concat(fixed.stream(), fromFile().stream());
    }

    private List<Key> fromFile() {
        if (file == null) {
            return List.of();
        }
        FromFile known = rotated;
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(known.changed())) {
                known = new FromFile(changed, read(file));
                rotated = known;
                LOG.info("{} keys read from the keys file", known.keys().size());
            }
            unreadable = false;
        } catch (IOException | IllegalArgumentException e) {
            if (!unreadable) {
                LOG.warn("the keys file cannot be read, {} on each line; the keys read before stay valid", EXPECTED);
            }
            unreadable = true;
        }
        return known.keys();
    }

    private static List<Key> read(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Keys::parse)
                .toList();
    }

    private static Key parse(String line) {
        String[] parts = line.strip().split(":", PARTS);
        if (parts.length < PARTS || parts[0].isBlank() || parts[2].isBlank()) {
            throw new IllegalArgumentException("found a line that is not a key, " + EXPECTED);
        }
        Role role = switch (parts[1].strip().toLowerCase(Locale.ROOT)) {
            case "reader" -> Role.READER;
            case "admin" -> Role.ADMIN;
            default ->
                throw new IllegalArgumentException(
                        "found an unknown role of the key %s, %s".formatted(parts[0].strip(), EXPECTED));
        };
        return new Key(new Bearer(parts[0].strip(), role), Digests.sha256(parts[2].strip()));
    }

    private static byte[] bytes(String digest) {
        return digest.getBytes(StandardCharsets.US_ASCII);
    }
}
