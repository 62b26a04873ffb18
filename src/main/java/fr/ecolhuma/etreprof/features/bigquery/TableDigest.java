package fr.ecolhuma.etreprof.features.bigquery;

import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import java.time.LocalDateTime;
import java.util.TreeMap;

/**
 * What stands for the digest of a table's rows, which BigQuery has not: SHA-256 of the table's name, the time of its last change,
 * and how many rows have which pattern of cells. The patterns matter for views, whose last change is that of their query.
 */
final class TableDigest {

    private TableDigest() {}

    static String of(WarehouseTable table, Survey survey, LocalDateTime asOf) {
        String text = "bigquery\n%s\n%d\n%d\n%d\n%s\n%s\n"
                .formatted(
                        table.name(),
                        table.state().changed(),
                        table.state().rows(),
                        survey.repeats(),
                        asOf,
                        new TreeMap<>(survey.cells().rows()));
        return Digests.sha256(text);
    }
}
