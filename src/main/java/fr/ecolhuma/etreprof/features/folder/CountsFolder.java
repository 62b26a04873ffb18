package fr.ecolhuma.etreprof.features.folder;

import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.EventEngine;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts that another process, or another engine, has left in a folder. */
public final class CountsFolder implements EventEngine {

    /** The tables and their columns. */
    static final Map<String, String> TABLES = tables();

    private final Path folder;

    /** Counts in a folder; nothing is read yet. */
    public CountsFolder(Path folder) {
        this.folder = folder;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("tallies", "user_id, kind, late, row_count, first_us, last_us");
        tables.put("uses", "user_id, kind, content_id, uses, last_us");
        return tables;
    }

    /** The file of a table. */
    static String fileOf(String table) {
        return table + ".parquet";
    }

    @Override
    public EventCounts count(DuckDb tables, CountRequest request) {
        if (request.windows()) {
            throw new ExportException(
                    "%s: found counts without those by week, month and year, which features needs; give the interactions' export"
                            .formatted(name()));
        }
        CountsAccount account = AccountFile.read(folder);
        requireInstant(account, request);
        TABLES.forEach((table, columns) -> load(tables, account, table, columns));
        requireAgreement(tables, account);
        return new EventCounts(
                account.engine(),
                account.asOf(),
                account.events(),
                account.columns(),
                account::inputs,
                counts -> account.lines());
    }

    private void requireInstant(CountsAccount account, CountRequest request) {
        if (request.day() == null && account.asOf().isAfter(request.present())) {
            throw new ExportException(
                    "%s: found counts as of %s, expected an instant not later than now, %s; give their day as the as-of, or correct a clock"
                            .formatted(name(), account.asOf(), request.present()));
        }
        if (request.day() != null && !request.asOf(null).equals(account.asOf())) {
            throw new ExportException("%s: found counts as of %s, expected %s as asked for; count again as of that day"
                    .formatted(name(), account.asOf(), request.asOf(null)));
        }
    }

    private void load(DuckDb tables, CountsAccount account, String table, String columns) {
        String file = fileOf(table);
        FileDigest.require(folder, file, account.files().get(file));
        try {
            tables.run("INSERT INTO %s SELECT %s FROM read_parquet(%s, hive_partitioning = false)"
                    .formatted(table, columns, DuckDb.literal(folder.resolve(file))));
        } catch (EngineException e) {
            if (e.isShortOfRoom()) {
                throw e;
            }
            throw new ExportException(
                    "%s/%s: cannot be read; expected a Parquet file with the columns %s and their types; count again"
                            .formatted(name(), file, columns));
        }
    }

    /** Rows that are in no export, or sums that do not agree, would give a model of nobody's events. */
    private void requireAgreement(DuckDb tables, CountsAccount account) {
        tables.query(Sql.text("joining/agreement", "as_of_us", Micros.of(account.asOf())), row -> {
            require("impossible rows in tallies.parquet", row.getLong("impossible_tallies"), 0);
            require("impossible rows in uses.parquet", row.getLong("impossible_uses"), 0);
            require(
                    "rows in tallies.parquet",
                    row.getLong("tallied_rows"),
                    account.events().tallied());
            require("uses in uses.parquet", row.getLong("uses"), row.getLong("tallied_uses"));
        });
    }

    private void require(String what, long found, long expected) {
        if (found != expected) {
            throw new ExportException(
                    "%s: the files disagree: found %d %s, expected %d; count again, or correct the engine that counted"
                            .formatted(name(), found, what, expected));
        }
    }

    private String name() {
        return String.valueOf(folder.getFileName());
    }
}
