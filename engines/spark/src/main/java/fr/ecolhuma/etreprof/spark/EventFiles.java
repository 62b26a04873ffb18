package fr.ecolhuma.etreprof.spark;

import fr.ecolhuma.etreprof.domain.Digests;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The files of an export on the cluster's file system.
 *
 * @param name the name of the file, or of the first file or folder that was asked for
 * @param paths of all files, in the order of their names
 * @param parquet whether they are Parquet; else they are CSV, gzipped or not
 */
record EventFiles(String name, List<String> paths, boolean parquet) {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    EventFiles {
        paths = List.copyOf(paths);
    }

    /**
     * Finds the files; hidden ones and markers such as {@code _SUCCESS} are none.
     *
     * @throws JobException if there are none, or of both kinds
     */
    static EventFiles locate(SparkSession spark, List<String> wanted) throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        List<String> paths = new ArrayList<>();
        for (String one : wanted) {
            Path path = new Path(one);
            addFiles(path.getFileSystem(configuration), path, paths);
        }
        String name = new Path(wanted.getFirst()).getName();
        if (paths.isEmpty()) {
            throw new JobException("%s: found no file, expected CSV, CSV.gz or Parquet".formatted(name));
        }
        paths.sort(null);
        boolean first = isParquet(configuration, paths.getFirst());
        for (String path : paths) {
            if (isParquet(configuration, path) != first) {
                throw new JobException("%s: found Parquet and other files, expected one form; give one of them alone"
                        .formatted(new Path(path).getName()));
            }
        }
        return new EventFiles(name, paths, first);
    }

    private static void addFiles(FileSystem system, Path path, List<String> paths) throws IOException {
        try {
            FileStatus status = system.getFileStatus(path);
            if (!status.isDirectory()) {
                paths.add(status.getPath().toString());
                return;
            }
            RemoteIterator<LocatedFileStatus> files = system.listFiles(path, true);
            while (files.hasNext()) {
                Path file = files.next().getPath();
                if (!file.getName().startsWith("_") && !file.getName().startsWith(".")) {
                    paths.add(file.toString());
                }
            }
        } catch (FileNotFoundException _) {
            throw new JobException("%s: no such file; expected the interactions' export".formatted(path.getName()));
        }
    }

    private static boolean isParquet(Configuration configuration, String file) throws IOException {
        Path path = new Path(file);
        byte[] start = new byte[PARQUET.length];
        try (FSDataInputStream in = path.getFileSystem(configuration).open(path)) {
            int read = in.readNBytes(start, 0, start.length);
            return read == start.length && Arrays.equals(start, PARQUET);
        }
    }

    /** SHA-256 of the file; of several, that of the lines {@code digest  name}, in their order. Read on the cluster. */
    String digest(SparkSession spark) {
        SerializableConfiguration configuration =
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
        List<String> digests = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(paths, paths.size())
                .map(path -> FileDigest.of(path, configuration.value()))
                .collect();
        if (paths.size() == 1) {
            return digests.getFirst();
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            lines.append(digests.get(i)).append("  ").append(new Path(paths.get(i)).getName()).append('\n');
        }
        return Digests.sha256(lines.toString());
    }
}
