package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.NetworkTrouble;
import java.io.IOException;

/**
 * The words for a table that cannot be read.
 *
 * @param role of the export that it is
 * @param table its name
 */
record TableRefusal(String role, TableName table) {

    ExportException of(ApiFailure failure) {
        return switch (failure.reason()) {
            case "quotaExceeded" -> said("the project's quota of BigQuery is used up; try again later, or raise it");
            case "billingNotEnabled", "billingTierLimitExceeded" ->
                said("the project may not run this query without billing; enable it for the project");
            case "bytesBilledLimitExceeded" ->
                said("the query would be billed for more than ETREPROF_BIGQUERY_MOST_BYTES; raise that limit, or give a"
                        + " table with fewer rows");
            case "responseTooLarge" -> tooWide();
            case "resourcesExceeded" ->
                said("the query needs more memory than BigQuery gives one; give a table with fewer or shorter rows");
            case "invalidQuery" ->
                said(
                        "the columns are no longer those that the table had a moment ago; try again when nobody changes them");
            case "stopped" -> said("somebody cancelled the query; start it again");
            default -> said("BigQuery answered %d, expected 200%s".formatted(failure.status(), advice(failure)));
        };
    }

    private String advice(ApiFailure failure) {
        return switch (failure.status()) {
            case 401 ->
                "; the token was refused, check the account of GOOGLE_APPLICATION_CREDENTIALS or of this machine";
            case 403 ->
                "; give the account the roles BigQuery Data Viewer (roles/bigquery.dataViewer) on the dataset and"
                        + " BigQuery Job User (roles/bigquery.jobUser) on the project that queries run in";
            case 404 ->
                "; there is no such table or project, check the address, and ETREPROF_BIGQUERY_LOCATION if it is set";
            default ->
                failure.isPassing()
                        ? "; it is in trouble, try again later"
                        : failure.reason().isEmpty() ? "" : " (%s)".formatted(failure.reason());
        };
    }

    ExportException unreachable(IOException failure) {
        return said("BigQuery cannot be read: "
                + NetworkTrouble.behind(failure)
                        .map(NetworkTrouble::message)
                        .orElse("the connection broke off again and again; try again later"));
    }

    ExportException unexpected() {
        return said("what came is no answer of BigQuery; check the address of the API (ETREPROF_BIGQUERY_ENDPOINT)");
    }

    ExportException tooWide() {
        return said("a row is too wide for an answer of BigQuery; give a view that shortens its texts");
    }

    ExportException otherColumns() {
        return said("the answer has other columns than were asked for; try again when nobody changes the table");
    }

    ExportException pageExpired() {
        return said("the pages of the result expired twice while they were read; try again");
    }

    ExportException late(long seconds) {
        return said("the query was not finished within %d s and was cancelled; try again later, or give a smaller table"
                .formatted(seconds));
    }

    ExportException tooManyBytes(long found, long most) {
        return said(("the query would read %d bytes, expected at most %d (ETREPROF_BIGQUERY_MOST_BYTES); raise that"
                        + " limit, or give a table with fewer rows")
                .formatted(found, most));
    }

    ExportException changed() {
        return said(
                "it changed while it was counted; try again when nothing writes it, or give a table instead of a view");
    }

    private ExportException said(String what) {
        return new ExportException("%s (%s export in BigQuery): %s".formatted(table.name(), role, what));
    }
}
