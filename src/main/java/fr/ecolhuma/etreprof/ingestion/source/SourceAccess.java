package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.bucket.BucketAccess;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseAccess;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's exports need that stands in no address. Exports that a caller names have none of it: nobody reads
 * the operator's databases and buckets through the service but by the addresses of its settings.
 *
 * @param password of a user who stands without one in an http(s) address; null for none
 * @param databases for exports in databases
 * @param buckets for exports in buckets; null where none may be read
 * @param warehouse for exports in BigQuery; null where none may be read
 */
public record SourceAccess(
        @Nullable String password,
        DatabaseAccess databases,
        @Nullable BucketAccess buckets,
        @Nullable WarehouseAccess warehouse) {

    /** No password and no account. */
    public static SourceAccess none() {
        return new SourceAccess(null, DatabaseAccess.none(), null, null);
    }

    /** Without the passwords, which must not come into a message or a file. */
    @Override
    public String toString() {
        return "SourceAccess";
    }
}
