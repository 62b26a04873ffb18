package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.features.count.TopicTable;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the feature table as CSV: one row per kept user, ascending by id, columns named as in the feature definitions.
 * Unknown values are empty cells, dates {@code YYYY-MM-DD HH:MM:SS}.
 */
public final class FeatureCsv {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> WHO =
            List.of("id", "code_postal", "departement", "academie", "anciennete", "created_at", "degre");

    private FeatureCsv() {}

    /**
     * Writes the table, or replaces it in one step: readers never see half a file.
     *
     * @param topics contents used by theme, one row per user of the table
     * @throws IOException if the file cannot be written; an older file then stays
     */
    public static void write(FeatureTable table, TopicTable topics, Path out) throws IOException {
        Path whole = out.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try (CsvWriter csv = new CsvWriter(Files.newOutputStream(part))) {
                print(table, topics, csv);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void print(FeatureTable table, TopicTable topics, CsvWriter csv) throws IOException {
        csv.header(columns(table, topics));
        for (int row = 0; row < table.users().size(); row++) {
            printUser(table.users().get(row), csv);
            printCounts(table.behaviour(), row, csv);
            csv.number(table.activity().get(row, 0));
            csv.text(shown(table.dates().joinDate(row)));
            csv.text(shown(table.dates().lastActionDate(row)));
            for (int window = 1; window < table.activity().columns().size(); window++) {
                csv.number(table.activity().get(row, window));
            }
            printCounts(topics.counts(), row, csv);
            csv.number(topics.topicCount(row));
            csv.endRow();
        }
    }

    private static List<String> columns(FeatureTable table, TopicTable topics) {
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
        columns.addAll(topics.counts().columns());
        columns.add("topic_count");
        return columns;
    }

    private static void printUser(User user, CsvWriter csv) throws IOException {
        csv.number(user.id());
        csv.text(user.codePostal());
        csv.text(user.departement());
        csv.text(user.academie());
        csv.number(user.anciennete());
        csv.text(shown(user.createdAt()));
        csv.number(user.degre());
        for (Stage stage : Stage.values()) {
            csv.number(user.levels().contains(stage) ? 1 : 0);
        }
        csv.text(user.discipline());
        csv.text(user.typeEtab());
    }

    private static @Nullable String shown(@Nullable LocalDateTime time) {
        return time == null ? null : TIME.format(time);
    }

    private static void printCounts(CountMatrix counts, int row, CsvWriter csv) throws IOException {
        for (int column = 0; column < counts.columns().size(); column++) {
            csv.number(counts.get(row, column));
        }
    }
}
