package fr.ecolhuma.etreprof.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.ecolhuma.etreprof.features.engine.SqlDigest;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Writes a folder of counts: {@code tallies.parquet}, {@code uses.parquet}, and {@code account.json} last. */
final class CountsOutput {

    private static final String ACCOUNT = "account.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final SparkSession spark;
    private final Path folder;
    private final Instant begun;

    private CountsOutput(SparkSession spark, Path folder, Instant begun) {
        this.spark = spark;
        this.folder = folder;
        this.begun = begun;
    }

    /** Begins a folder, or begins one anew: what was in it is no longer used. */
    static CountsOutput begin(SparkSession spark, String folder) throws IOException {
        CountsOutput output = new CountsOutput(spark, new Path(folder), Instant.now());
        output.system().mkdirs(output.folder);
        output.system().delete(new Path(output.folder, ACCOUNT), false);
        return output;
    }

    private Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
    }

    private FileSystem system() throws IOException {
        return folder.getFileSystem(configuration());
    }

    void write(Counting.Result counted, EventFiles files) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        digests.put("tallies.parquet", write(counted.tallies(), "tallies.parquet", "user_id", "kind", "late"));
        digests.put("uses.parquet", write(counted.uses(), "uses.parquet", "user_id", "kind", "content_id"));
        Map<String, Object> account = account(counted, files, digests);
        Path part = new Path(folder, ACCOUNT + ".part");
        try (OutputStream out = system().create(part, true)) {
            out.write((JSON.writeValueAsString(account) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        system().rename(part, new Path(folder, ACCOUNT));
        removeChecksum(ACCOUNT);
    }

    /** Hadoop writes one beside each file of a local disk, and would refuse a file that another program wrote anew. */
    private void removeChecksum(String name) throws IOException {
        system().delete(new Path(folder, "." + name + ".crc"), false);
    }

    /** One file a table, in an order that does not depend on the cluster; its digest. */
    private String write(Dataset<Row> rows, String name, String first, String... next) throws IOException {
        Path parts = new Path(folder, name + ".parts");
        rows.repartition(1)
                .sortWithinPartitions(first, next)
                .write()
                .mode(SaveMode.Overwrite)
                .option("compression", "zstd")
                .parquet(parts.toString());
        Path file = new Path(folder, name);
        system().delete(file, false);
        for (FileStatus part : system().listStatus(parts, path -> path.getName().startsWith("part-"))) {
            system().rename(part.getPath(), file);
        }
        system().delete(parts, true);
        removeChecksum(name);
        return FileDigest.of(file.toString(), configuration());
    }

    private Map<String, Object> account(Counting.Result counted, EventFiles files, Map<String, String> digests) {
        Map<String, Object> rejected = new TreeMap<>();
        addRejection(rejected, "duplicate", counted.repeats());
        addRejection(rejected, "malformed", counted.unsplit());
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("format", FORMAT);
        account.put("engine", "Apache Spark " + spark.version());
        account.put("sql", SqlDigest.current());
        account.put("as_of", counted.asOf().toString());
        account.put("begun", begun.toString());
        account.put("ended", Instant.now().toString());
        account.put("file", files.name());
        account.put("rows", counted.read());
        account.put("rejected", rejected);
        account.put("lines", Map.of());
        account.put("columns", counted.columns().stream().map(CountsOutput::column).toList());
        account.put("inputs", Map.of("interactions", files.digest(spark)));
        account.put("files", digests);
        return account;
    }

    private static void addRejection(Map<String, Object> rejected, String reason, long rows) {
        if (rows > 0) {
            Map<String, Object> rejection = new LinkedHashMap<>();
            rejection.put("rows", rows);
            rejection.put("lines", List.of());
            rejected.put(reason, rejection);
        }
    }

    private static Map<String, Object> column(ColumnAccount column) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("export", column.export());
        fields.put("file", column.file());
        fields.put("column", column.column());
        fields.put("filled", column.filled());
        fields.put("nulls", column.nulls());
        fields.put("understood", column.understood());
        fields.put("not_understood", column.notUnderstood());
        fields.put("form", column.form());
        fields.put("examples", List.of());
        return fields;
    }
}
