package fr.ecolhuma.etreprof.api.edge.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys by the digests of their tokens. */
final class KeyRing {

    private final Map<String, KeyLine> byDigest = new HashMap<>();
    private final boolean hasAdmin;

    /** Of two lines with the same token, the last counts. */
    KeyRing(List<KeyLine> lines) {
        lines.forEach(line -> byDigest.put(line.digest(), line));
        hasAdmin = byDigest.values().stream().anyMatch(line -> line.key().role() == Role.ADMIN);
    }

    /** The key of a token's digest; the time taken says nothing about the tokens themselves. */
    Optional<NamedKey> find(String digest) {
        KeyLine line = byDigest.get(digest);
        boolean same = line != null && MessageDigest.isEqual(bytes(line.digest()), bytes(digest));
        return line != null && same ? Optional.of(line.key()) : Optional.empty();
    }

    private static byte[] bytes(String digest) {
        return digest.getBytes(StandardCharsets.US_ASCII);
    }

    boolean has(KeyLine line) {
        return line.equals(byDigest.get(line.digest()));
    }

    boolean hasAdmin() {
        return hasAdmin;
    }

    boolean isEmpty() {
        return byDigest.isEmpty();
    }

    int size() {
        return byDigest.size();
    }
}
