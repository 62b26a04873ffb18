package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.snapshot.disk.CheckedCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code contents.csv}: one row per content, by type and id; lists are separated by {@code |}. */
final class ContentsFile {

    static final String NAME = "contents.csv";

    private static final List<String> HEADER =
            List.of("type", "id", "title", "theme", "defis", "niveaux", "published", "published_on");

    private ContentsFile() {}

    static void write(Path folder, List<CatalogueItem> catalogue) throws IOException {
        CheckedCsv.write(folder.resolve(NAME), HEADER, rows -> {
            for (CatalogueItem item : catalogue) {
                LocalDate day = item.publishedOn();
                rows.text(item.key().type())
                        .number(item.key().id())
                        .text(item.title())
                        .number(item.theme())
                        .text(String.join("|", item.defis()))
                        .text(String.join("|", item.levels()))
                        .number(item.published() ? 1 : 0)
                        .text(day == null ? null : day.toString())
                        .endRow();
            }
        });
    }

    static List<CatalogueItem> read(Path folder, Taxonomy taxonomy) {
        List<CatalogueItem> catalogue = new ArrayList<>();
        CheckedCsv.read(folder.resolve(NAME), HEADER, row -> {
            CatalogueItem item = item(row, taxonomy);
            if (!catalogue.isEmpty() && catalogue.getLast().key().compareTo(item.key()) >= 0) {
                throw row.refused(1, "types and then ids to ascend");
            }
            catalogue.add(item);
        });
        return List.copyOf(catalogue);
    }

    private static CatalogueItem item(CheckedCsv.Row row, Taxonomy taxonomy) {
        List<String> defis = list(row.text(4));
        if (defis.stream().anyMatch(code -> taxonomy.defiByCode(code) == null)) {
            throw row.refused(4, "codes of the taxonomy's défis");
        }
        return new CatalogueItem(
                new ContentKey(row.text(0), row.integer(1, Long.MIN_VALUE, Long.MAX_VALUE)),
                row.text(2),
                row.integer(
                        3, taxonomy.outlier().id(), taxonomy.themes().getLast().id()),
                defis,
                list(row.text(5)),
                row.integer(6, 0, 1) == 1,
                day(row));
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static @Nullable LocalDate day(CheckedCsv.Row row) {
        try {
            return row.text(7).isEmpty() ? null : LocalDate.parse(row.text(7));
        } catch (DateTimeException _) {
            throw row.refused(7, "a day such as 2025-07-10");
        }
    }
}
