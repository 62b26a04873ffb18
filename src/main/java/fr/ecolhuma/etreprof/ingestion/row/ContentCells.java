package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.ContentTypes;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.cell.Flags;
import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.cell.TextLists;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import fr.ecolhuma.etreprof.ingestion.cell.Types;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row of contents, every one of them whether it is kept or not, so that each column has an account. */
final class ContentCells {

    /** States by their stems. */
    private static final Set<String> PUBLISHED = Set.of("publie", "publiee");

    private static final Set<String> UNPUBLISHED = Set.of(
            "brouillon",
            "archive",
            "depublie",
            "nonpublie",
            "supprime",
            "corbeille",
            "enattente",
            "avalider",
            "arelire",
            "enrelecture",
            "programme",
            "planifie",
            "desactive",
            "inactif",
            "masque",
            "cache",
            "refuse",
            "prive",
            "termine");

    private final Columns columns;
    private final TimeColumn<ContentKey> created;
    private final TimeColumn<ContentKey> published;

    ContentCells(String file, Table table, Years years) {
        columns = new Columns("contents", file, table, Set.of());
        created = new TimeColumn<>(columns, "created_at", years);
        published = new TimeColumn<>(columns, "published_at", years);
    }

    /** The whole row; what names no content has number 0 or an empty type. */
    Content read(Table row) {
        ContentKey key = key(row);
        String title = columns.read(row, "title", Texts::read).value();
        return new Content(
                key,
                title == null ? "" : title,
                columns.read(row, "markdown", Texts::read).value(),
                !Boolean.FALSE.equals(state(row)) && !published.isLater(row),
                levels(row),
                created.read(row, key).value(),
                published.read(row, key).value(),
                flags(row),
                null);
    }

    private ContentKey key(Table row) {
        Long id = columns.read(row, "id", Ids::read).value();
        columns.read(row, "type", Types::read);
        String type = Types.kept(row.get("type"));
        return new ContentKey(type == null ? "" : type, id == null ? 0 : id);
    }

    /** Whether the row says that it is published; null when it says nothing. */
    private @Nullable Boolean state(Table row) {
        CellValue<Boolean> state =
                columns.read(row, "etat", cell -> Texts.read(cell).then(text -> state(ContentTypes.stem(text))));
        return state instanceof CellValue.NotUnderstood<Boolean> ? Boolean.FALSE : state.value();
    }

    private static CellValue<Boolean> state(String stem) {
        if (PUBLISHED.contains(stem)) {
            return CellValue.of(true);
        }
        return UNPUBLISHED.contains(stem) ? CellValue.of(false) : CellValue.notUnderstood();
    }

    /** The labels as they are written: those that are no known level stay, but a list of such alone is not understood. */
    private List<String> levels(Table row) {
        List<String> labels = TextLists.read(row.get("niveaux")).value();
        columns.read(
                row,
                "niveaux",
                cell -> TextLists.read(cell)
                        .then(list ->
                                list.isEmpty() || !TaughtLevels.ofLabels(list).equals(TaughtLevels.NONE)
                                        ? CellValue.of(list)
                                        : CellValue.notUnderstood()));
        return labels == null ? List.of() : labels;
    }

    private Set<String> flags(Table row) {
        Set<String> flags = new HashSet<>();
        for (String flag : Defi.COLUMNS) {
            if (Boolean.TRUE.equals(columns.read(row, flag, Flags::read).value())) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** The same content without the times that turned out to be none; to be called once all rows are read. */
    UnaryOperator<Content> settled() {
        Set<ContentKey> notCreated = created.strays();
        Set<ContentKey> notPublished = published.strays();
        return content -> content.dated(
                notCreated.contains(content.key()) ? null : content.createdAt(),
                notPublished.contains(content.key()) ? null : content.publishedAt());
    }

    List<ColumnAccount> accounts() {
        return columns.accounts();
    }
}
