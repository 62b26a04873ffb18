package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.ScratchWriting;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** BigQuery for one extraction: every table is read as it was at the same instant. */
public final class Warehouse implements AutoCloseable {

    private final HttpClient client = Api.client();
    private final WarehouseAccess access;
    private @Nullable Instant at;

    /**
     * A connection; nothing is called before the first table is asked for, whose answer has the instant: a clock of this
     * machine that is fast would name one that BigQuery does not know yet.
     */
    public Warehouse(WarehouseAccess access) {
        this.access = access;
    }

    /**
     * A table.
     *
     * @throws ExportException if it is not there, may not be read or lacks a column of its role
     */
    public WarehouseTable table(String role, TableName name) {
        TableRefusal refusal = new TableRefusal(role, name);
        Api api = new Api(client, access, refusal);
        try {
            TableState state = TableState.of(api.get("/projects/%s/datasets/%s/tables/%s"
                    .formatted(
                            name.project(),
                            name.dataset(),
                            URLEncoder.encode(name.table(), StandardCharsets.UTF_8)
                                    .replace("+", "%20"))));
            Instant instant = at == null ? api.answered() : at;
            at = instant;
            return new WarehouseTable(role, name, state, instant, new Queries(api, access, refusal));
        } catch (ApiFailure e) {
            throw refusal.of(e);
        } catch (InterruptedException e) {
            client.shutdownNow();
            throw Cancellation.whileWaiting();
        }
    }

    /**
     * Writes the rows as CSV with a header: in an order that the rows alone decide, so that the same rows are the same file.
     *
     * @throws ExportException if they cannot be read to the end
     */
    public static void copy(WarehouseTable table, Path target) {
        List<String> columns = table.columns();
        // a name of a column may be one that no result can have
        List<String> places =
                IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toList();
        String cells = IntStream.range(0, columns.size())
                .mapToObj(i -> table.text(columns.get(i)) + " AS " + places.get(i))
                .collect(Collectors.joining(", "));
        String sql = "SELECT %s FROM %s ORDER BY FARM_FINGERPRINT(TO_JSON_STRING(t))".formatted(cells, table.from());
        try (CsvWriter out = new CsvWriter(Files.newOutputStream(target))) {
            out.header(columns);
            table.<IOException>query(sql, places, row -> {
                for (String cell : row) {
                    out.text(cell);
                }
                out.endRow();
            });
        } catch (IOException e) {
            throw ScratchWriting.refusal(table.name(), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
