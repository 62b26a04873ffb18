package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.ingestion.bucket.BucketAccess;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.google.GoogleTokens;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the configured exports need that stands in no address.
 *
 * @param password of the users in the addresses, empty for none
 * @param passwordFile a file that has the password, empty for none
 * @param databaseUser of addresses of databases without a user, empty for the user of this process
 * @param databasePassword of the users of databases where there is no other, empty for none
 * @param lockWait the longest wait for a table that others have locked
 * @param storageEndpoint the address of Cloud Storage's API
 * @param bigqueryEndpoint the address of BigQuery's API
 * @param bigqueryProject that queries run in, empty for that of their table
 * @param bigqueryLocation of the datasets, empty for the one that BigQuery finds
 * @param bigqueryMostBytes the most that one query may read, as {@link DataSize} reads it
 * @param googleCredentials the key file of an account of Google Cloud, empty for the account of this machine
 * @param metadataHost the host that has the account of this machine
 */
public record SourceSettings(
        @DefaultValue("") String password,
        @DefaultValue("") String passwordFile,
        @DefaultValue("") String databaseUser,
        @DefaultValue("") String databasePassword,
        @DefaultValue("1m") Duration lockWait,
        @DefaultValue("https://storage.googleapis.com") URI storageEndpoint,
        @DefaultValue("https://bigquery.googleapis.com") URI bigqueryEndpoint,
        @DefaultValue("") String bigqueryProject,
        @DefaultValue("") String bigqueryLocation,
        @DefaultValue("100GB") String bigqueryMostBytes,
        @DefaultValue("") String googleCredentials,
        @DefaultValue("metadata.google.internal") String metadataHost) {

    public SourceSettings {
        if (lockWait.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "ETREPROF_EXPORTS_LOCK_WAIT: found %s, expected a time such as 1m".formatted(lockWait));
        }
        if (!isSize(bigqueryMostBytes)) {
            throw new IllegalArgumentException(
                    "ETREPROF_BIGQUERY_MOST_BYTES: found '%s', expected a number and a unit such as 100GB"
                            .formatted(bigqueryMostBytes));
        }
    }

    /**
     * What the exports need; the file of the password is read each time, since it may change.
     *
     * @throws ExportException if there is a file of the password that cannot be read
     */
    SourceAccess access() {
        String chosen = passwordFile.isBlank() ? given(password) : fromFile();
        GoogleTokens tokens = new GoogleTokens(
                googleCredentials.isBlank() ? null : Path.of(googleCredentials), metadataHost, Clock.systemUTC());
        return new SourceAccess(
                chosen,
                new DatabaseAccess(given(databaseUser), chosen == null ? given(databasePassword) : chosen, lockWait),
                new BucketAccess(storageEndpoint, tokens),
                new WarehouseAccess(
                        bigqueryEndpoint,
                        tokens,
                        given(bigqueryProject),
                        given(bigqueryLocation),
                        DataSize.parse(bigqueryMostBytes).toBytes()));
    }

    private static boolean isSize(String text) {
        try {
            return DataSize.parse(text).toBytes() > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private String fromFile() {
        try {
            return Files.readString(Path.of(passwordFile.strip())).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw new ExportException(
                    "the password of the exports: found no file that can be read; set ETREPROF_EXPORTS_PASSWORD_FILE to one");
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "SourceSettings";
    }
}
