package fr.ecolhuma.etreprof.features.bigquery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.ecolhuma.etreprof.features.bigquery.ReferenceEngine.Result;
import fr.ecolhuma.etreprof.features.bigquery.ReferenceEngine.Rows;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.google.GoogleTokens;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** BigQuery's API on this machine, with Google's reference engine behind it, and the metadata server that has its tokens. */
public final class BigQueryStub implements AutoCloseable {

    /** What a test lets it do wrong. */
    public interface Trouble {

        /** An answer in place of the right one; null for the right one. */
        @Nullable
        Failure instead(String method, String path, String query);
    }

    /** An answer that is none. */
    public record Failure(int status, String reason) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Stands for the cell "10 MB": the engine holds no more than 1 MB in one. */
    private static final String WIDE = "é".repeat(5_000_000);

    private static final String PROJECT = "/bigquery/v2/projects/school";

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> queries = new CopyOnWriteArrayList<>();
    volatile Trouble trouble = (_, _, _) -> null;
    volatile int polls;
    volatile int pageRows = 5_000;
    volatile long bytes = 1_000_000;
    volatile String kind = "TABLE";

    private final ReferenceEngine engine = new ReferenceEngine();
    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();
    private final HttpServer server;

    private BigQueryStub(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port. */
    public static BigQueryStub start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            BigQueryStub stub = new BigQueryStub(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", stub::answer);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its host and port. */
    public String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Makes a table of texts of a CSV file; nothing between two commas is NULL. */
    public void load(String table, Path csv) {
        try {
            load(table, Files.readString(csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(String table, String csv) {
        CSVFormat format = CSVFormat.RFC4180.builder().setNullString("").get();
        try (CSVParser rows = CSVParser.parse(csv, format)) {
            Map<String, String> columns = new LinkedHashMap<>();
            List<List<@Nullable String>> cells = new ArrayList<>();
            for (CSVRecord row : rows) {
                if (columns.isEmpty()) {
                    row.forEach(name -> columns.put(name, "STRING"));
                } else if (row.size() == columns.size()) {
                    cells.add(new ArrayList<>(row.toList()));
                }
            }
            put(table, columns, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String table, Map<String, String> columns, List<List<@Nullable String>> rows) {
        List<List<@Nullable String>> shuffled = new ArrayList<>(rows);
        // a table has no order
        Collections.reverse(shuffled);
        engine.put("school." + table, new Rows(columns, shuffled));
    }

    Rows table(String table) {
        Rows rows = engine.table("school." + table);
        if (rows == null) {
            throw new IllegalArgumentException(table);
        }
        return rows;
    }

    WarehouseAccess warehouse(Duration longest) {
        return new WarehouseAccess(
                URI.create("http://" + host()),
                new GoogleTokens(null, host(), Clock.systemUTC()),
                null,
                "EU",
                50_000_000,
                longest,
                Duration.ofMillis(20));
    }

    SourceAccess access() {
        return access(Duration.ofMinutes(2));
    }

    SourceAccess access(Duration longest) {
        return new SourceAccess(null, DatabaseAccess.none(), null, warehouse(longest));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + path + "?" + query);
        Failure failure = path.startsWith("/computeMetadata")
                ? null
                : "Bearer secret-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        ? trouble.instead(exchange.getRequestMethod(), path, query)
                        : new Failure(401, "authError");
        try {
            if (failure == null) {
                send(exchange, 200, right(path, query, body));
            } else {
                fail(exchange, failure);
            }
        } catch (NoSuchTable e) {
            fail(exchange, new Failure(404, "notFound"));
        } catch (RuntimeException | LinkageError e) {
            // SQL that the engine refuses, or what it cannot load
            LoggerFactory.getLogger(BigQueryStub.class).info("refused", e);
            fail(exchange, new Failure(400, "invalidQuery"));
        }
    }

    private static final class NoSuchTable extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static void fail(HttpExchange exchange, Failure failure) throws IOException {
        send(
                exchange,
                failure.status(),
                Map.of(
                        "error",
                        Map.of(
                                "code",
                                failure.status(),
                                "message",
                                "private words",
                                "errors",
                                List.of(Map.of("reason", failure.reason(), "message", "private words")))));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object right(String path, String query, byte[] body) {
        if (path.startsWith("/computeMetadata")) {
            return Map.of("access_token", "secret-token", "expires_in", 3600);
        }
        if (path.startsWith(PROJECT + "/datasets/")) {
            String[] parts = path.split("/");
            return described(parts[6] + "." + parts[8]);
        }
        if (path.equals(PROJECT + "/queries")) {
            return asked(JSON.readTree(body));
        }
        if (path.endsWith("/cancel")) {
            return Map.of();
        }
        return page(path.substring(path.lastIndexOf('/') + 1), parameters(query));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String one : query.split("&")) {
            String[] sides = one.split("=", 2);
            parameters.put(sides[0], sides.length > 1 ? sides[1] : "");
        }
        return parameters;
    }

    private Object described(String table) {
        Rows rows = engine.table("school." + table);
        if (rows == null) {
            throw new NoSuchTable();
        }
        List<Map<String, String>> fields = new ArrayList<>();
        rows.columns().forEach((name, type) -> fields.add(Map.of("name", name, "type", type, "mode", "NULLABLE")));
        return Map.of(
                "type",
                kind,
                "lastModifiedTime",
                "1751968800000",
                "numRows",
                String.valueOf(rows.rows().size()),
                "schema",
                Map.of("fields", fields));
    }

    private Object asked(JsonNode request) {
        if (request.path("useLegacySql").asBoolean(true)
                || !request.path("location").asString("").equals("EU")) {
            throw new IllegalArgumentException(request.toString());
        }
        if (request.path("dryRun").asBoolean(false)) {
            return Map.of("jobComplete", true, "totalBytesProcessed", String.valueOf(bytes));
        }
        String sql = request.path("query").asString("");
        queries.add(sql);
        String job = "job_" + queries.size();
        results.put(job, engine.run(sql));
        waiting.put(job, new AtomicInteger(polls));
        return page(job, Map.of());
    }

    private Object page(String job, Map<String, String> parameters) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("jobReference", Map.of("projectId", "school", "jobId", job, "location", "EU"));
        if (waiting.getOrDefault(job, new AtomicInteger()).getAndDecrement() > 0) {
            answer.put("jobComplete", false);
            return answer;
        }
        Result result = results.get(job);
        if (result == null) {
            throw new NoSuchTable();
        }
        String from = parameters.getOrDefault("pageToken", parameters.getOrDefault("startIndex", "0"));
        int start = Integer.parseInt(from);
        int end = Math.min(start + pageRows, result.rows().size());
        answer.put("jobComplete", true);
        answer.put(
                "schema",
                Map.of(
                        "fields",
                        result.columns().stream()
                                .map(name -> Map.of("name", name))
                                .toList()));
        answer.put(
                "rows",
                result.rows().subList(start, end).stream()
                        .map(BigQueryStub::row)
                        .toList());
        if (end < result.rows().size()) {
            answer.put("pageToken", String.valueOf(end));
        }
        return answer;
    }

    private static Map<String, Object> row(List<@Nullable String> cells) {
        return Map.of(
                "f",
                cells.stream()
                        .map(cell -> Collections.singletonMap("v", "10 MB".equals(cell) ? WIDE : cell))
                        .toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
