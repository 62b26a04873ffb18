package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.ingestion.cell.Dates;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the feature table as CSV: one row a user kept, ascending by id, columns named as in the feature definitions.
 * Unknown values are empty cells, dates {@code YYYY-MM-DD HH:MM:SS}.
 */
public final class FeatureCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final List<String> WHO =
            List.of("id", "code_postal", "departement", "academie", "anciennete", "created_at", "degre");

    private FeatureCsv() {}

    /**
     * Writes the table, or replaces it as a whole: readers never see half a file.
     *
     * @throws IOException if the file cannot be written; what was there before stays
     */
    public static void write(Features features, Path out) throws IOException {
        Path whole = out.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try (Writer text = Files.newBufferedWriter(part);
                    CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
                print(features.table(), printer);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void print(FeatureTable table, CSVPrinter printer) throws IOException {
        printer.printRecord(columns(table));
        for (int row = 0; row < table.users().size(); row++) {
            printUser(table.users().get(row), printer);
            printCounts(table.behaviour(), row, printer);
            printer.print(table.activity().get(row, 0));
            printer.print(Dates.format(table.dates().joinDate(row)));
            printer.print(Dates.format(table.dates().lastActionDate(row)));
            for (int window = 1; window < table.activity().columns().size(); window++) {
                printer.print(table.activity().get(row, window));
            }
            printCounts(table.topics(), row, printer);
            printer.print(table.topicCount(row));
            printer.println();
        }
    }

    private static List<String> columns(FeatureTable table) {
        List<String> columns = new ArrayList<>(WHO);
        for (Stage stage : Stage.values()) {
            columns.add(stage.code());
        }
        columns.addAll(List.of("discipline", "type_etab"));
        columns.addAll(FeatureTable.BEHAVIOUR);
        List<String> activity = table.activity().columns();
        columns.add(activity.getFirst());
        columns.addAll(List.of("join_date", "last_action_date"));
        columns.addAll(activity.subList(1, activity.size()));
        columns.addAll(table.topics().columns());
        columns.add("topic_count");
        return columns;
    }

    private static void printUser(User user, CSVPrinter printer) throws IOException {
        printer.print(user.id());
        printer.print(user.codePostal());
        printer.print(user.departement());
        printer.print(user.academie());
        printer.print(user.anciennete());
        printer.print(Dates.format(user.createdAt()));
        printer.print(user.degre());
        for (Stage stage : Stage.values()) {
            printer.print(user.levels().contains(stage) ? 1 : 0);
        }
        printer.print(user.discipline());
        printer.print(user.typeEtab());
    }

    private static void printCounts(CountMatrix counts, int row, CSVPrinter printer) throws IOException {
        for (int column = 0; column < counts.columns().size(); column++) {
            printer.print(counts.get(row, column));
        }
    }
}
