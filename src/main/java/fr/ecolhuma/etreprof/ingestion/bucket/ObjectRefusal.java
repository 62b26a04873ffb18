package fr.ecolhuma.etreprof.ingestion.bucket;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.Fetch;
import fr.ecolhuma.etreprof.ingestion.remote.NetworkTrouble;
import java.util.Optional;

/** The words for an object that cannot be read. */
record ObjectRefusal(String role, BucketObject object) {

    private static final int CHANGED = 412;

    ExportException of(int status) {
        return status == CHANGED
                ? said("it changed while it was read; try again when nothing writes it")
                : said("Cloud Storage answered %d, expected 200%s".formatted(status, advice(status)));
    }

    private String advice(int status) {
        return switch (status) {
            case 401 ->
                "; the token was refused, check the account of GOOGLE_APPLICATION_CREDENTIALS or of this machine";
            case 403 ->
                "; the account may not read it, give it the role Storage Object Viewer on the bucket "
                        + object.bucket();
            case 404 -> "; there is no such object, check the bucket and the name in the address";
            default -> status == 429 || status >= 500 ? "; it is in trouble, try again later" : "";
        };
    }

    ExportException unreachable(Optional<NetworkTrouble> trouble) {
        return said("Cloud Storage cannot be read: "
                + trouble.map(NetworkTrouble::message)
                        .orElse("the connection broke off again and again; try again later"));
    }

    ExportException late(Fetch.TooLate failure) {
        return said("the export " + failure.getMessage() + "; try again later");
    }

    ExportException damaged() {
        return said("what came is not the whole object; try again");
    }

    ExportException unexpected() {
        return said(
                "Cloud Storage did not describe the object; check the address of the API (ETREPROF_STORAGE_ENDPOINT)");
    }

    private ExportException said(String what) {
        return new ExportException("%s (%s export in a bucket): %s".formatted(object.name(), role, what));
    }
}
