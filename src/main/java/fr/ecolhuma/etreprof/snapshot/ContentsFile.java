package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.features.ContentKey;
import fr.ecolhuma.etreprof.recommendation.CatalogueItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** {@code contents.csv}: one row a content, by type and id; lists are separated by {@code |}. */
final class ContentsFile {

    static final String NAME = "contents.csv";

    private static final List<String> HEADER =
            List.of("type", "id", "title", "theme", "defis", "niveaux", "published", "published_on");

    private ContentsFile() {}

    static void write(Path folder, List<CatalogueItem> catalogue) throws IOException {
        Csv.write(folder.resolve(NAME), HEADER, rows -> {
            for (CatalogueItem item : catalogue) {
                rows.printRecord(
                        item.key().type(),
                        item.key().id(),
                        item.title(),
                        item.theme(),
                        String.join("|", item.defis()),
                        String.join("|", item.niveaux()),
                        item.published() ? 1 : 0,
                        item.publishedOn());
            }
        });
    }

    static List<CatalogueItem> read(Path folder) {
        List<CatalogueItem> catalogue = new ArrayList<>();
        Csv.read(folder.resolve(NAME), HEADER, row -> catalogue.add(item(row)));
        return List.copyOf(catalogue);
    }

    private static CatalogueItem item(CSVRecord row) {
        return new CatalogueItem(
                new ContentKey(row.get(0), Long.parseLong(row.get(1))),
                row.get(2),
                Integer.parseInt(row.get(3)),
                list(row.get(4)),
                list(row.get(5)),
                row.get(6).equals("1"),
                day(row.get(7)));
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            return cell.isEmpty() ? null : LocalDate.parse(cell);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("found '%s', expected a day such as 2025-07-10".formatted(cell));
        }
    }
}
