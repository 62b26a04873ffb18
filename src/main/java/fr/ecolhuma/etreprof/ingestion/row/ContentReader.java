package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the contents' export and the optional topics beside it. */
public final class ContentReader {

    /**
     * What was read.
     *
     * @param contents in the order of their keys
     * @param account of the rows
     * @param columns one account a column, those of the topics' file last
     */
    public record Result(List<Content> contents, RowAccount account, List<ColumnAccount> columns) {}

    private final ContentCells cells;
    private final RowTally tally;
    private final Set<ContentKey> seen = new HashSet<>();
    private final List<Content> contents = new ArrayList<>();

    private ContentReader(ContentCells cells, RowTally tally) {
        this.cells = cells;
        this.tally = tally;
    }

    /**
     * Reads the whole table.
     *
     * @param years those that contents may be of
     */
    public static Result read(Table table, String file, Years years, Topics topics) {
        ContentReader reader = new ContentReader(new ContentCells(file, table, years), new RowTally(file));
        while (table.next()) {
            reader.row(table);
        }
        return reader.result(topics);
    }

    private Result result(Topics topics) {
        List<Content> all = contents.stream()
                .map(cells.settled())
                .map(content -> content.about(topics.of(content.key())))
                .sorted(Comparator.comparing(Content::key))
                .toList();
        List<ColumnAccount> columns = Stream.concat(cells.accounts().stream(), topics.columns().stream())
                .toList();
        return new Result(all, tally.account(), columns);
    }

    private void row(Table row) {
        String reason = row.defect();
        Content content = reason == null ? cells.read(row) : null;
        if (content != null) {
            reason = refusal(row, content.key());
        }
        tally.add(reason, row.line());
        if (content != null && reason == null) {
            contents.add(content);
        }
    }

    private @Nullable String refusal(Table row, ContentKey key) {
        if (Ids.read(row.get("id")).value() == null) {
            return "bad_id";
        }
        if (key.type().isEmpty()) {
            return "no_type";
        }
        return seen.add(key) ? null : "duplicate_id";
    }
}
