import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.segmentation.Segmentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the seconds and the inertia of this project's search on a model's users.csv, from a cold start. */
public final class KMeansSearch {

    private KMeansSearch() {}

    /** Arguments: the CSV file, the number of threads. */
    public static void main(String[] args) throws Exception {
        CountMatrix counts = counts(Files.readAllLines(Path.of(args[0])));
        long start = System.nanoTime();
        Segmentation.Result result =
                Segmentation.fit(counts, Segmentation.Settings.defaults(Integer.parseInt(args[1])), null);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.3f %.6f%n", seconds, result.quality().inertia());
    }

    private static CountMatrix counts(List<String> lines) {
        List<String> header = List.of(lines.getFirst().split(","));
        int first = header.indexOf("academie") + 1;
        int columns = header.size() - first;
        int[] cells = new int[(lines.size() - 1) * columns];
        for (int row = 1; row < lines.size(); row++) {
            String[] line = lines.get(row).split(",");
            for (int column = 0; column < columns; column++) {
                cells[(row - 1) * columns + column] = Integer.parseInt(line[first + column]);
            }
        }
        return CountMatrix.of(header.subList(first, header.size()), cells);
    }
}
