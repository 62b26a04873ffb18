package fr.ecolhuma.etreprof.features.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.cell.CellExamples;
import fr.ecolhuma.etreprof.ingestion.cell.CellExamples.Example;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are read by SQL; it says of every cell of the table what the readers in Java say. */
class EventCellTests {

    /** One row of events in which one cell is the one of an example. */
    private interface Row {

        String of(String cell);
    }

    /** What a row of the view says of that cell. */
    private interface Reading {

        String of(ResultSet row) throws SQLException;
    }

    @TempDir
    Path folder;

    @Test
    void usersAreRead() throws Exception {
        assertReadings(
                "id",
                cell -> "1," + cell + ",page_view,Contenu,1,2025-07-01 10:00:00",
                row -> says(row, "user_says", "user_id"));
    }

    @Test
    void idsOfContentsAreRead() throws Exception {
        // what is no id still names one content that the catalogue does not have
        assertReadings(
                "content_id",
                cell -> "1,1,page_view,Contenu," + cell + ",2025-07-01 10:00:00",
                row -> says(row, "content_id_says", "content_id"));
    }

    @Test
    void idsOfEventsAreRead() throws Exception {
        assertReadings("event_id", cell -> cell + ",1,page_view,Contenu,1,2025-07-01 10:00:00", row -> {
            long id = row.getLong("id");
            return row.getInt("id_says") == 2 ? "-" : id < 0 ? "text" : String.valueOf(id);
        });
    }

    @Test
    void timesAreRead() throws Exception {
        assertReadings("time", cell -> "1,1,page_view,Contenu,1," + cell, row -> {
            long micros = row.getLong("at_us");
            String time = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
                    .plus(micros, ChronoUnit.MICROS)
                    .toString();
            return switch (row.getInt("time_says")) {
                case 1 -> time;
                case 2 -> "-";
                default -> "?";
            };
        });
    }

    @Test
    void typesOfEventsAreRead() throws Exception {
        assertReadings(
                "event_type",
                cell -> "1,1," + cell + ",Contenu,1,2025-07-01 10:00:00",
                row -> says(row, "type_says", "event_type"));
    }

    @Test
    void typesOfContentsAreRead() throws Exception {
        assertReadings(
                "type",
                cell -> "1,1,page_view," + cell + ",1,2025-07-01 10:00:00",
                row -> says(row, "content_type_says", "content_word"));
    }

    @Test
    void textsThatDifferInAnythingButBlanksNameDifferentThings() throws Exception {
        List<String> ids =
                List.of("abc", " abc\u00a0", "ABC", "1E+05", "100000", "99999999999999999999", "099999999999999999999");
        List<Long> keys = new ArrayList<>();
        read(ids, cell -> cell + ",1,page_view,Contenu,1,2025-07-01 10:00:00", row -> keys.add(row.getLong("id")));
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(6)).isEqualTo(keys.get(5));
        assertThat(keys.stream().distinct()).hasSize(5);
    }

    private static String says(ResultSet row, String says, String value) throws SQLException {
        return switch (row.getInt(says)) {
            case 1 -> row.getString(value);
            case 2 -> "-";
            default -> "?";
        };
    }

    private void assertReadings(String kind, Row line, Reading reading) throws Exception {
        List<Example> examples = CellExamples.of(kind);
        List<String> readings = new ArrayList<>();
        read(examples.stream().map(Example::cell).toList(), line, row -> readings.add(reading.of(row)));
        SoftAssertions softly = new SoftAssertions();
        assertThat(readings).hasSameSizeAs(examples).hasSizeGreaterThan(40);
        for (int i = 0; i < examples.size(); i++) {
            softly.assertThat(readings.get(i))
                    .as("%s «%s»", kind, examples.get(i).cell())
                    .isEqualTo(examples.get(i).reading());
        }
        softly.assertAll();
    }

    private void read(List<String> cells, Row line, DuckDb.RowReader reader) throws Exception {
        StringBuilder rows = new StringBuilder("id,user_id,type,content_type,content_id,created_at\n");
        cells.forEach(cell ->
                rows.append(line.of('"' + cell.replace("\"", "\"\"") + '"')).append('\n'));
        Path path = Files.writeString(folder.resolve("interactions.csv"), rows);
        ExportFile file = ExportFile.at("interactions", "interactions.csv", path);
        try (DuckDb engine = DuckDb.open(folder, new EngineSettings(null, Instant.EPOCH, 300L << 20, 1))) {
            EventViews.cells(engine);
            InteractionSource.of(engine, file).define();
            EventViews.define(engine, CellExamples.YEARS, TimeForm.TEXT);
            engine.query("SELECT * FROM read_interactions ORDER BY export_row", reader);
        }
    }
}
