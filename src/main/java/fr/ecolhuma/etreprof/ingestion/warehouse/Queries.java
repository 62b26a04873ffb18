package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Queries for one export: what they will read is asked first, and the rows come page by page. */
public final class Queries {

    /**
     * Reads a row of a result.
     *
     * @param <E> what it throws
     */
    public interface RowReader<E extends Exception> {

        /** Reads the cells, in the order of the columns; null is NULL. */
        void read(List<@Nullable String> cells) throws E;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    /** Short, so that a query can be cancelled soon: only the answer names its job. */
    private static final int FIRST_WAIT_MILLIS = 500;

    private final Api api;
    private final String project;
    private final WarehouseAccess access;
    private final TableRefusal refusal;

    Queries(Api api, WarehouseAccess access, TableRefusal refusal) {
        this.api = api;
        String own = access.project();
        this.project = own == null ? refusal.table().project() : own;
        this.access = access;
        this.refusal = refusal;
    }

    TableRefusal refusal() {
        return refusal;
    }

    /**
     * Reads every row of a query's result.
     *
     * @throws ExportException if it cannot be read to its end; its job is cancelled then
     */
    <E extends Exception> void run(String sql, List<String> columns, RowReader<E> reader) throws E {
        try {
            requireFewBytes(sql);
            JsonNode first = api.post("/projects/%s/queries".formatted(project), body(sql));
            new ResultPages(api, project, access, refusal, first).read(columns, reader);
        } catch (ApiFailure e) {
            throw refusal.of(e);
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }

    /** BigQuery says what a query will read without running it. */
    private void requireFewBytes(String sql) throws ApiFailure, InterruptedException {
        Map<String, Object> body = body(sql);
        body.put("dryRun", true);
        JsonNode answer = api.post("/projects/%s/queries".formatted(project), body);
        if (!answer.has("totalBytesProcessed")) {
            throw refusal.unexpected();
        }
        long bytes = answer.path("totalBytesProcessed").asLong(0);
        LOG.atInfo()
                .addKeyValue("table", refusal.table().name())
                .addKeyValue("bytes", bytes)
                .log(
                        "a query of BigQuery will read {} MB of {}",
                        bytes / 1_000_000,
                        refusal.table().name());
        if (bytes > access.mostBytes()) {
            throw refusal.tooManyBytes(bytes, access.mostBytes());
        }
    }

    /** With an id of its own a request that is sent again runs no second query. */
    private Map<String, Object> body(String sql) {
        Map<String, Object> body = new HashMap<>();
        body.put("query", sql);
        body.put("useLegacySql", false);
        body.put("maximumBytesBilled", String.valueOf(access.mostBytes()));
        body.put("timeoutMs", FIRST_WAIT_MILLIS);
        body.put("maxResults", ResultPages.ROWS);
        body.put("requestId", UUID.randomUUID().toString());
        String location = access.location();
        if (location != null) {
            body.put("location", location);
        }
        return body;
    }
}
