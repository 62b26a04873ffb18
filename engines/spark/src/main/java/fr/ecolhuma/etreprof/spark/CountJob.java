package fr.ecolhuma.etreprof.spark;

import java.io.IOException;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/** The job for {@code spark-submit}: counts events on the cluster and writes a folder of counts. */
public final class CountJob {

    private CountJob() {}

    /** Ends with 1 and one line if the events cannot be counted. */
    public static void main(String[] arguments) throws IOException {
        try {
            run(JobArguments.of(arguments, Instant.now()));
        } catch (JobException e) {
            System.err.println("error: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(JobArguments arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .appName("etreprof-counts")
                // times that Parquet knows as such become texts in UTC, as in CSV
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        try {
            CountsOutput output = CountsOutput.begin(spark, arguments.out());
            EventFiles files = EventFiles.locate(spark, arguments.events());
            Counting.Result counted = new Counting(spark, files, arguments.request()).count();
            output.write(counted, files);
            System.out.printf("%d events as of %s counted into %s%n", counted.tallied(), counted.asOf(), arguments.out());
        } finally {
            spark.stop();
        }
    }
}
