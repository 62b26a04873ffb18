package fr.ecolhuma.etreprof.api.edge.keys;

import fr.ecolhuma.etreprof.domain.Digests;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key as {@code name:role:token}.
 *
 * @param digest SHA-256 of the token
 */
record KeyLine(NamedKey key, String digest) {

    static final String EXPECTED = "expected name:role:token with one of the roles " + Role.names();

    /** Names of authors in the history that are not keys. */
    private static final Set<String> TAKEN =
            Set.of("local", "anonymous", "user token", "start", "schedule", "command line");

    private static final int PARTS = 3;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,64}");

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not a key; the message does not show the line
     */
    static KeyLine parse(String line) {
        String[] parts = line.strip().split(":", PARTS);
        if (parts.length < PARTS || parts[2].isBlank()) {
            throw new IllegalArgumentException("found a line that is not a key, " + EXPECTED);
        }
        String name = parts[0].strip();
        if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
            throw new IllegalArgumentException(
                    "found a key whose name is empty, longer than 64 characters or one of %s; give it another name"
                            .formatted(TAKEN.stream().sorted().toList()));
        }
        Role role = Role.of(parts[1])
                .orElseThrow(() -> new IllegalArgumentException(
                        "found an unknown role of the key %s, %s".formatted(name, EXPECTED)));
        return new KeyLine(new NamedKey(name, role), Digests.sha256(parts[2].strip()));
    }
}
