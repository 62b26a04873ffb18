import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseAccess;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseExport;
import fr.ecolhuma.etreprof.ingestion.database.DatabaseReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the events of a PostgreSQL take to become a CSV file: by COPY as the service reads them, and by JDBC rows. */
public final class PostgresRead {

    private PostgresRead() {}

    /** Prints seconds of both, in turn, a line for each repetition. Arguments: address, JDBC address, folder, repetitions. */
    public static void main(String[] args) throws Exception {
        Path copied = Path.of(args[2], "copied.csv");
        Path fetched = Path.of(args[2], "fetched.csv");
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            double copy = copy(args[0], copied);
            double rows = rows(args[1], fetched);
            if (Files.mismatch(copied, fetched) >= 0) {
                throw new IllegalStateException("the two files differ");
            }
            System.out.printf(Locale.ROOT, "%.3f %.3f%n", copy, rows);
        }
    }

    private static double copy(String address, Path target) {
        long start = System.nanoTime();
        DatabaseExport export = DatabaseExport.of("interactions", address);
        try (DatabaseReader reader = export.database().open(export.name(), DatabaseAccess.none())) {
            reader.copy(export, target);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double rows(String address, Path target) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                CsvWriter out = new CsvWriter(Files.newOutputStream(target))) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM interactions")) {
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    names.add(rows.getMetaData().getColumnLabel(i));
                }
                out.header(names);
                while (rows.next()) {
                    for (int i = 1; i <= names.size(); i++) {
                        out.text(rows.getString(i));
                    }
                    out.endRow();
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
