package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.Header;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A table that is there and has the columns of its role, as it was at one instant. */
public final class WarehouseTable {

    private final TableName name;
    private final TableState state;
    private final Instant at;
    private final Header header;
    private final Queries queries;

    WarehouseTable(String role, TableName name, TableState state, Instant at, Queries queries) {
        this.name = name;
        this.state = state;
        this.at = at;
        this.queries = queries;
        this.header = Header.of(
                new ExportFile(role, name.name(), Path.of(role), ExportFile.Format.PARQUET),
                state.columns().stream().map(TableState.Column::name).toList());
    }

    /** The name for messages. */
    public String name() {
        return name.name();
    }

    /** The role of the export. */
    public String role() {
        return header.role();
    }

    /** What BigQuery says of it. */
    public TableState state() {
        return state;
    }

    /** The known columns, by the names that the role has for them. */
    public List<String> columns() {
        List<String> known = new ArrayList<>(header.names());
        known.removeIf(column -> !header.isRead(header.names().indexOf(column)));
        return known;
    }

    /** The text of a cell in SQL; null in each row where the table has no such column. */
    public String text(String column) {
        int place = header.names().indexOf(column);
        return place < 0 ? "CAST(NULL AS STRING)" : state.columns().get(place).text();
    }

    /** What stands behind FROM; a row is called {@code t}. Views are read as they are. */
    public String from() {
        String table = '`' + name.name() + "` AS t";
        return state.hasPast() ? "%s FOR SYSTEM_TIME AS OF TIMESTAMP '%s'".formatted(table, at) : table;
    }

    /**
     * Reads every row of a query of this table.
     *
     * @param columns those of the result, in its order
     * @throws ExportException if it cannot be read to its end
     */
    public <E extends Exception> void query(String sql, List<String> columns, Queries.RowReader<E> reader) throws E {
        queries.run(sql, columns, reader);
    }

    /** The refusal of a table whose rows differ between two queries. */
    public ExportException changed() {
        return queries.refusal().changed();
    }
}
