package fr.ecolhuma.etreprof.features.bigquery;

import fr.ecolhuma.etreprof.features.engine.CellTallies;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a table of events says before anything is counted at an instant.
 *
 * @param cells what its cells say
 * @param latest the latest event not later than now, or null when there is none
 * @param repeats how many rows do not count because of another with the same id
 */
record Survey(CellTallies cells, @Nullable LocalDateTime latest, long repeats) {

    private static final List<String> COLUMNS = List.of("part", "place", "row_count");

    static Survey of(WarehouseTable table, String query) {
        Map<Integer, Long> cells = new HashMap<>();
        Map<String, @Nullable String> others = new HashMap<>();
        table.<RuntimeException>query(query, COLUMNS, row -> {
            switch (Objects.requireNonNull(row.get(0))) {
                case "cells" ->
                    cells.put(
                            Integer.valueOf(Objects.requireNonNull(row.get(1))),
                            Long.valueOf(Objects.requireNonNull(row.get(2))));
                case "latest" -> others.put("latest", row.get(1));
                default -> others.put("repeats", row.get(2));
            }
        });
        String latest = others.get("latest");
        String repeats = others.get("repeats");
        return new Survey(
                new CellTallies(cells),
                latest == null ? null : Micros.dateTime(Long.parseLong(latest)),
                repeats == null ? 0 : Long.parseLong(repeats));
    }

    /** How many rows the table has. */
    long rows() {
        return cells.rows().values().stream().mapToLong(Long::longValue).sum();
    }
}
