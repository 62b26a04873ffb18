package fr.ecolhuma.etreprof.features.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.cell.CellExamples;
import fr.ecolhuma.etreprof.ingestion.cell.CellExamples.Example;
import fr.ecolhuma.etreprof.ingestion.warehouse.TableName;
import fr.ecolhuma.etreprof.ingestion.warehouse.Warehouse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Google's engine says of every cell of the table what the readers in Java say. */
class EventReadingTests {

    private static final List<String> COLUMNS =
            List.of("id", "user_id", "type", "content_type", "content_id", "created_at");
    private static final List<String> SOUND = List.of("1", "1", "page_view", "Contenu", "1", "2025-07-01 10:00:00");

    private static BigQueryStub stub = null;

    @BeforeAll
    static void start() {
        stub = BigQueryStub.start();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @Test
    void usersAreRead() throws Exception {
        assertReadings("id", 1, row -> says(row, "user_says", "user_id"));
    }

    @Test
    void idsOfContentsAreRead() throws Exception {
        assertReadings("content_id", 4, row -> says(row, "content_id_says", "content_id"));
    }

    @Test
    void idsOfEventsAreRead() throws Exception {
        assertReadings("event_id", 0, row -> {
            long id = Long.parseLong(row.get("id"));
            return row.get("id_says").equals("2") ? "-" : id < 0 ? "text" : String.valueOf(id);
        });
    }

    @Test
    void timesAreRead() throws Exception {
        assertReadings("time", 5, row -> switch (row.get("time_says")) {
            case "1" ->
                LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
                        .plus(Long.parseLong(row.get("at_us")), ChronoUnit.MICROS)
                        .toString();
            case "2" -> "-";
            default -> "?";
        });
    }

    @Test
    void typesOfEventsAreRead() throws Exception {
        assertReadings("event_type", 2, row -> says(row, "type_says", "event_type"));
    }

    @Test
    void typesOfContentsAreRead() throws Exception {
        assertReadings("type", 3, row -> says(row, "content_type_says", "content_word"));
    }

    private static String says(Map<String, String> row, String says, String value) {
        return switch (row.get(says)) {
            case "1" -> row.get(value);
            case "2" -> "-";
            default -> "?";
        };
    }

    private static void assertReadings(String kind, int column, Function<Map<String, String>, String> reading)
            throws Exception {
        List<Example> examples = CellExamples.of(kind);
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach(name -> columns.put(name, "STRING"));
        // another column has the number of the example
        int number = column == 0 ? 1 : 0;
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            List<@Nullable String> row = new ArrayList<>(SOUND);
            row.set(number, String.valueOf(i));
            row.set(column, examples.get(i).cell());
            rows.add(row);
        }
        stub.put("demo." + kind, columns, rows);
        Map<Integer, String> found = read(kind, number == 0 ? "id_text" : "user_text", reading);
        SoftAssertions softly = new SoftAssertions();
        assertThat(found).hasSameSizeAs(examples).hasSizeGreaterThan(40);
        for (int i = 0; i < examples.size(); i++) {
            softly.assertThat(found.get(i))
                    .as("%s «%s»", kind, examples.get(i).cell())
                    .isEqualTo(examples.get(i).reading());
        }
        softly.assertAll();
    }

    private static Map<Integer, String> read(
            String table, String number, Function<Map<String, String>, String> reading) {
        List<String> columns = List.of(
                "id",
                "id_says",
                "user_id",
                "user_says",
                "event_type",
                "type_says",
                "content_word",
                "content_type_says",
                "content_id",
                "content_id_says",
                "at_us",
                "time_says",
                number);
        Map<Integer, String> found = new LinkedHashMap<>();
        try (Warehouse warehouse = new Warehouse(stub.warehouse(Duration.ofMinutes(1)))) {
            EventQueries queries = new EventQueries(
                    warehouse.table("interactions", new TableName("school", "demo", table)),
                    CellExamples.YEARS,
                    TimeForm.TEXT);
            String sql = queries.named() + "SELECT %s FROM read_interactions".formatted(String.join(", ", columns));
            queries.table().<RuntimeException>query(sql, columns, row -> {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), String.valueOf(row.get(i)));
                }
                found.put(Integer.valueOf(String.valueOf(row.getLast())), reading.apply(cells));
            });
        }
        return found;
    }
}
