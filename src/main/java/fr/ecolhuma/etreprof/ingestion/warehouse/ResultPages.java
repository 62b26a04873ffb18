package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of a query that runs, page by page. */
final class ResultPages {

    /** BigQuery sends fewer where they are wide. */
    static final int ROWS = 20_000;

    private static final int WAIT_MILLIS = 5_000;
    private static final int PAUSES_A_WAIT = 4;

    private final Api api;
    private final WarehouseAccess access;
    private final TableRefusal refusal;
    private final String job;
    private final String location;
    private final long end;
    private JsonNode page;
    private long read;

    /** The pages of a query of which the first answer has come. */
    ResultPages(Api api, String project, WarehouseAccess access, TableRefusal refusal, JsonNode first) {
        this.api = api;
        this.access = access;
        this.refusal = refusal;
        this.page = first;
        this.end = System.nanoTime() + access.longest().toNanos();
        JsonNode reference = first.path("jobReference");
        this.job = "/projects/%s/%%s/%s"
                .formatted(project, encoded(reference.path("jobId").asString("")));
        this.location = encoded(reference.path("location").asString(""));
    }

    <E extends Exception> void read(List<String> columns, Queries.RowReader<E> reader)
            throws E, ApiFailure, InterruptedException {
        if (!page.path("jobReference").has("jobId")) {
            throw refusal.unexpected();
        }
        try {
            awaitEnd();
            requireColumns(columns);
            rows(columns.size(), reader);
            for (String token = token(); !token.isEmpty(); token = token()) {
                page = next(token);
                rows(columns.size(), reader);
            }
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
    }

    private void awaitEnd() throws ApiFailure, InterruptedException {
        while (!page.path("jobComplete").asBoolean(false)) {
            requireTime();
            Thread.sleep(access.pause().dividedBy(PAUSES_A_WAIT));
            page = api.get(results("&timeoutMs=" + WAIT_MILLIS));
        }
    }

    private void requireTime() {
        if (System.nanoTime() > end) {
            cancel();
            throw refusal.late(access.longest().toSeconds());
        }
    }

    /** Pages stay for a day, but their tokens may not; the rows that are missing are then asked for by their number. */
    private JsonNode next(String token) throws ApiFailure, InterruptedException {
        requireTime();
        try {
            return api.get(results("&pageToken=" + encoded(token)));
        } catch (ApiFailure e) {
            if (!isExpired(e)) {
                throw e;
            }
        }
        try {
            return api.get(results("&startIndex=" + read));
        } catch (ApiFailure e) {
            throw isExpired(e) ? refusal.pageExpired() : refusal.of(e);
        }
    }

    private static boolean isExpired(ApiFailure failure) {
        return failure.status() == 410
                || (failure.status() == 400 && failure.reason().equals("invalid"));
    }

    private String results(String parameters) {
        return job.formatted("queries") + "?maxResults=" + ROWS + parameters
                + (location.isEmpty() ? "" : "&location=" + location);
    }

    private String token() {
        return page.path("pageToken").asString("");
    }

    private void requireColumns(List<String> expected) {
        List<String> found = page.path("schema")
                .path("fields")
                .valueStream()
                .map(field -> field.path("name").asString(""))
                .toList();
        if (!found.equals(expected)) {
            throw refusal.otherColumns();
        }
    }

    private <E extends Exception> void rows(int width, Queries.RowReader<E> reader) throws E {
        for (JsonNode row : page.path("rows")) {
            Cancellation.check();
            List<@Nullable String> cells = new ArrayList<>(width);
            for (JsonNode cell : row.path("f")) {
                JsonNode value = cell.path("v");
                cells.add(value.isNull() ? null : value.asString());
            }
            if (cells.size() != width) {
                throw refusal.unexpected();
            }
            reader.read(cells);
            read++;
        }
    }

    /** The job would otherwise run, and be billed, to its end; whether the call succeeds is of no consequence here. */
    private void cancel() {
        boolean interrupted = Thread.interrupted();
        try {
            api.post(job.formatted("jobs") + "/cancel" + (location.isEmpty() ? "" : "?location=" + location), Map.of());
        } catch (ApiFailure | RuntimeException e) {
            // the limit on bytes bounds what is left
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
