package fr.ecolhuma.etreprof.ingestion.database;

import java.sql.SQLException;

/** What went wrong with PostgreSQL, and what to do. */
final class PostgresTrouble {

    private static final String LOCKED = "55P03";
    private static final String REJECTED = "08004";

    private PostgresTrouble() {}

    static String atOpening(SQLException failure, PostgresServer server) {
        if (REJECTED.equals(failure.getSQLState())) {
            return server.needsTls()
                    ? "the server offers no TLS, or asks for a password and found none; check sslmode and the password"
                    : "the server asks for a password and found none; set ETREPROF_EXPORTS_PASSWORD, or PGPASSFILE with a file of passwords";
        }
        return SqlTrouble.of(
                failure,
                server.needsTls()
                        ? "no connection as sslmode demands; check that the certificate has the name of the host, and the"
                                + " file of sslrootcert"
                        : "the server closed the connection before it was open; check host and port");
    }

    static String atReading(SQLException failure, DatabaseAccess access) {
        if (LOCKED.equals(failure.getSQLState())) {
            return "the table is locked by others and was not free within %d s; try again, or find who holds the lock (pg_locks)"
                    .formatted(access.lockWait().toSeconds());
        }
        return SqlTrouble.of(failure, "the connection broke off in the middle; nothing of it was used, try again");
    }
}
