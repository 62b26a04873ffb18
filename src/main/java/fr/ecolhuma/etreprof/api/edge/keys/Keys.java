package fr.ecolhuma.etreprof.api.edge.keys;

import fr.ecolhuma.etreprof.domain.Digests;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configured keys; only digests of their tokens are kept. */
public final class Keys {

    private final KeyRing fixed;
    private final @Nullable KeysFile file;

    /**
     * Reads the settings and the file.
     *
     * @param adminToken an admin's token, or blank
     * @param lines as {@code name:role:token}
     * @param file a file of such lines, or null
     * @throws KeySettingException if a line is not a key, or the file cannot be read
     */
    public Keys(String adminToken, List<String> lines, @Nullable Path file, Clock clock) {
        Stream<KeyLine> admin = adminToken.isBlank()
                ? Stream.empty()
                : Stream.of(new KeyLine(new NamedKey("admin", Role.ADMIN), Digests.sha256(adminToken.strip())));
        fixed = new KeyRing(
                Stream.concat(admin, lines.stream().map(Keys::parse)).toList());
        this.file = file == null ? null : new KeysFile(file, fixed.hasAdmin(), clock);
    }

    private static KeyLine parse(String line) {
        try {
            return KeyLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new KeySettingException("ETREPROF_KEYS", String.valueOf(e.getMessage()));
        }
    }

    /** The key of a token. */
    public Optional<NamedKey> find(String token) {
        String digest = Digests.sha256(token);
        Optional<NamedKey> found = file == null ? Optional.empty() : file.keys().find(digest);
        return found.isPresent() ? found : fixed.find(digest);
    }

    /** Whether a key or a file of keys is configured: a file without keys so far opens nothing. */
    public boolean areConfigured() {
        return file != null || !fixed.isEmpty();
    }
}
