package fr.ecolhuma.etreprof.ingestion.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What databases need that stands in no address.
 *
 * @param user of addresses without one; null for the name of this process's user
 * @param password of the user; null for none, or the one that PostgreSQL's password file has
 * @param lockWait the longest wait for a table that others have locked
 */
public record DatabaseAccess(
        @Nullable String user, @Nullable String password, Duration lockWait) {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    /** The access of those who have no password. */
    public static DatabaseAccess none() {
        return new DatabaseAccess(null, null, USUAL_WAIT);
    }

    /** Without the password, which must not come into a message or a file. */
    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
