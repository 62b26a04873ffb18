package fr.ecolhuma.etreprof.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first lines of CSV files, which must be the same in all of them: the cluster skips them without a look. */
final class CsvHeaders {

    private CsvHeaders() {}

    /**
     * The columns of the files.
     *
     * @throws JobException if a file has other columns than the first, or none
     */
    static List<String> common(SparkSession spark, EventFiles files) {
        List<String> first = of(spark, files.paths().getFirst());
        for (String path : files.paths().subList(1, files.paths().size())) {
            if (!of(spark, path).equals(first)) {
                throw new JobException("%s: found other columns than in %s, expected the same in the same order; export all files alike"
                        .formatted(new Path(path).getName(), new Path(files.paths().getFirst()).getName()));
            }
        }
        return first;
    }

    private static List<String> of(SparkSession spark, String path) {
        Row header = spark.read()
                .option("header", false)
                .option("quote", "\"")
                .option("escape", "\"")
                .csv(path)
                .first();
        return IntStream.range(0, header.length())
                .mapToObj(i -> header.isNullAt(i) ? "" : header.getString(i))
                .toList();
    }
}
