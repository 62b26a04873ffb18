package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.ingestion.cell.Dates;
import fr.ecolhuma.etreprof.ingestion.cell.JsonCells;
import fr.ecolhuma.etreprof.ingestion.cell.Numbers;
import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the contents' export and the optional topics beside it. */
public final class ContentReader {

    /** What was read: contents in the order of their keys. */
    public record Result(List<Content> contents, RowAccount account) {}

    private static final Set<String> PUBLISHED = Set.of("publie", "publié");

    private final Topics topics;
    private final RowTally tally;
    private final Set<ContentKey> seen = new HashSet<>();
    private final List<Content> contents = new ArrayList<>();

    private ContentReader(Topics topics, RowTally tally) {
        this.topics = topics;
        this.tally = tally;
    }

    public static Result read(Table table, String file, Topics topics) {
        ContentReader reader = new ContentReader(topics, new RowTally(file));
        while (table.next()) {
            reader.row(table);
        }
        reader.contents.sort(Comparator.comparing(Content::key));
        return new Result(List.copyOf(reader.contents), reader.tally.account());
    }

    private void row(Table row) {
        String reason = refusal(row);
        tally.add(reason, row.line());
        if (reason == null) {
            contents.add(content(row));
        }
    }

    private @Nullable String refusal(Table row) {
        String defect = row.defect();
        if (defect != null) {
            return defect;
        }
        if (Numbers.integer(row.get("id")) == null) {
            return "bad_id";
        }
        if (row.get("type") == null) {
            return "no_type";
        }
        return seen.add(key(row)) ? null : "duplicate_id";
    }

    private static ContentKey key(Table row) {
        Long id = Numbers.integer(row.get("id"));
        String type = row.get("type");
        return new ContentKey(type == null ? "" : type.toLowerCase(Locale.ROOT), id == null ? 0 : id);
    }

    private Content content(Table row) {
        ContentKey key = key(row);
        String title = row.get("title");
        String etat = row.get("etat");
        return new Content(
                key,
                title == null ? "" : title,
                row.get("markdown"),
                etat == null || PUBLISHED.contains(etat.toLowerCase(Locale.ROOT)),
                JsonCells.pythonTexts(row.get("niveaux")),
                Dates.parse(row.get("created_at")),
                Dates.parse(row.get("published_at")),
                Defi.COLUMNS.stream()
                        .filter(flag -> Numbers.flag(row.get(flag)))
                        .collect(Collectors.toSet()),
                topics.of(key));
    }

    /** The optional topics file: by type and id where it names the type, else by id alone. */
    public static final class Topics {

        private final Map<ContentKey, String> byKey = new HashMap<>();
        private final Map<Long, String> byId = new HashMap<>();

        public static Topics none() {
            return new Topics();
        }

        public static Topics read(Table table) {
            Topics topics = new Topics();
            while (table.next()) {
                Long id = Numbers.integer(table.get("id"));
                String topic = table.get("reduced topics");
                if (table.defect() == null && id != null && topic != null) {
                    topics.put(id, table.get("type"), topic);
                }
            }
            return topics;
        }

        private void put(long id, @Nullable String type, String topic) {
            if (type == null) {
                byId.putIfAbsent(id, topic);
            } else {
                byKey.putIfAbsent(new ContentKey(type.toLowerCase(Locale.ROOT), id), topic);
            }
        }

        @Nullable
        String of(ContentKey key) {
            String exact = byKey.get(key);
            return exact == null ? byId.get(key.id()) : exact;
        }
    }
}
