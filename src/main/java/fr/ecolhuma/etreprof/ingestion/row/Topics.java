package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import fr.ecolhuma.etreprof.ingestion.cell.Types;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The optional topics file: by type and id where it names the type, else by id alone. */
public final class Topics {

    private final Map<ContentKey, String> byKey = new HashMap<>();
    private final Map<Long, String> byId = new HashMap<>();
    private List<ColumnAccount> columns = List.of();

    private Topics() {}

    public static Topics none() {
        return new Topics();
    }

    public static Topics read(Table table, String file) {
        Topics topics = new Topics();
        Columns columns = new Columns("topics", file, table, Set.of());
        while (table.next()) {
            if (table.defect() == null) {
                topics.row(table, columns);
            }
        }
        topics.columns = columns.accounts();
        return topics;
    }

    private void row(Table row, Columns columns) {
        Long id = columns.read(row, "id", Ids::read).value();
        columns.read(row, "type", Types::read);
        String type = Types.kept(row.get("type"));
        String topic = columns.read(row, "reduced topics", Texts::read).value();
        if (id == null || topic == null) {
            return;
        }
        if (type == null) {
            byId.putIfAbsent(id, topic);
        } else {
            byKey.putIfAbsent(new ContentKey(type, id), topic);
        }
    }

    @Nullable
    String of(ContentKey key) {
        String exact = byKey.get(key);
        return exact == null ? byId.get(key.id()) : exact;
    }

    /** One account a column; none without a file. */
    List<ColumnAccount> columns() {
        return columns;
    }
}
