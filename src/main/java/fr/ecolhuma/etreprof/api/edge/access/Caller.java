package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import org.jspecify.annotations.Nullable;

/** The sender of a request, as far as the request shows it. */
sealed interface Caller {

    /** The bearer of a key. */
    record WithKey(NamedKey key) implements Caller {}

    /** The bearer of a user's token. */
    record OfUser(long user) implements Caller {}

    /**
     * Neither.
     *
     * @param reason why the key or token that was sent is not valid; null when none was sent
     */
    record Unknown(@Nullable String reason) implements Caller {}

    /** The author in the history and in the log; it names no user. */
    default @Nullable String name() {
        return switch (this) {
            case WithKey(NamedKey key) -> key.name();
            case OfUser(long _) -> "user token";
            case Unknown(String _) -> null;
        };
    }

    /** The owner of an allowance; null for a caller who is known by the address alone. */
    default @Nullable String allowance() {
        return switch (this) {
            case WithKey(NamedKey key) -> "key " + key.name();
            case OfUser(long user) -> "user " + user;
            case Unknown(String _) -> null;
        };
    }
}
