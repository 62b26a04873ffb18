package fr.ecolhuma.etreprof.spark;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of an export, every cell a text.
 *
 * @param names the columns in lower case, without blanks around them, in order
 * @param rows their cells in this order, and last the whole row where it cannot be split into them, else null
 */
record RawRows(List<String> names, Dataset<Row> rows) {

    private static final String UNSPLIT = "unsplit";
    private static final List<String> REQUIRED = List.of("user_id", "type", "content_type", "content_id", "created_at");

    RawRows {
        names = List.copyOf(names);
    }

    /**
     * Reads the files.
     *
     * @throws JobException if a required column is missing or one that counts occurs twice
     */
    static RawRows read(SparkSession spark, EventFiles files) {
        return files.parquet() ? parquet(spark, files) : csv(spark, files);
    }

    private static RawRows parquet(SparkSession spark, EventFiles files) {
        Dataset<Row> found = spark.read().parquet(files.paths().toArray(String[]::new));
        List<Column> cells = new ArrayList<>();
        for (StructField field : found.schema().fields()) {
            cells.add(text(found, field));
        }
        cells.add(lit(null).cast(DataTypes.StringType).as(UNSPLIT));
        return of(files, Arrays.asList(found.columns()), found.select(cells.toArray(Column[]::new)));
    }

    private static Column text(Dataset<Row> found, StructField field) {
        Column cell = found.col("`" + field.name().replace("`", "``") + "`");
        boolean nested = field.dataType() instanceof ArrayType
                || field.dataType() instanceof MapType
                || field.dataType() instanceof StructType;
        return nested ? to_json(cell) : cell.cast(DataTypes.StringType);
    }

    /** A quoted cell may hold a line end, so a file is read from its start to its end by one core. */
    private static RawRows csv(SparkSession spark, EventFiles files) {
        List<String> header = CsvHeaders.common(spark, files);
        StructType schema = new StructType();
        for (int i = 0; i < header.size(); i++) {
            schema = schema.add("c" + i, DataTypes.StringType);
        }
        Dataset<Row> rows = spark.read()
                .schema(schema.add(UNSPLIT, DataTypes.StringType))
                .option("header", true)
                .option("multiLine", true)
                .option("quote", "\"")
                .option("escape", "\"")
                .option("maxCharsPerColumn", -1)
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", UNSPLIT)
                .csv(files.paths().toArray(String[]::new));
        return of(files, header, rows);
    }

    private static RawRows of(EventFiles files, List<String> header, Dataset<Row> rows) {
        List<String> names = header.stream()
                .map(name -> name.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String required : REQUIRED) {
            long found = names.stream().filter(required::equals).count();
            if (found != 1) {
                throw new JobException("%s: found the column %s %s, expected it once; correct the export"
                        .formatted(files.name(), required, found == 0 ? "nowhere" : found + " times"));
            }
        }
        return new RawRows(names, rows);
    }
}
