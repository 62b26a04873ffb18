package fr.ecolhuma.etreprof.features.bigquery;

import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.PreparedQuery;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleColumn;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.SimpleType;
import com.google.zetasql.TableContent;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.Value;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Google's own engine of BigQuery's SQL, in this process. It has no past, so that the clause that asks for the state of an
 * instant is taken out of a query.
 */
final class ReferenceEngine {

    /** A result: names of columns and rows of texts. */
    record Result(List<String> columns, List<List<@Nullable String>> rows) {}

    /** A table: its columns with their types, and rows of texts. */
    record Rows(Map<String, String> columns, List<List<@Nullable String>> rows) {}

    private static final Pattern PAST = Pattern.compile(" FOR SYSTEM_TIME AS OF TIMESTAMP '[^']*'");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Map<String, Rows> tables = new ConcurrentHashMap<>();
    private final AnalyzerOptions options = new AnalyzerOptions();
    private final LanguageOptions language = new LanguageOptions();

    ReferenceEngine() {
        language.enableMaximumLanguageFeatures();
        language.setProductMode(ProductMode.PRODUCT_EXTERNAL);
        options.setLanguageOptions(language);
        // a project's own zone must not matter
        options.setDefaultTimezone("America/New_York");
    }

    void put(String table, Rows rows) {
        tables.put(table, rows);
    }

    @Nullable
    Rows table(String name) {
        return tables.get(name);
    }

    /** One query at a time. */
    synchronized Result run(String sql) {
        SimpleCatalog catalog = new SimpleCatalog("project");
        catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language));
        for (String alias : List.of("BIGINT", "INTEGER", "TINYINT")) {
            catalog.addType(alias, type("INTEGER"));
        }
        catalog.addType("BOOLEAN", type("BOOLEAN"));
        Map<String, TableContent> contents = new TreeMap<>();
        tables.forEach((name, rows) -> {
            SimpleTable table = new SimpleTable(name);
            rows.columns().forEach((column, type) -> table.addSimpleColumn(column, type(type)));
            catalog.addSimpleTable(table);
            if (sql.contains('`' + name + '`')) {
                contents.put(name, TableContent.create(values(rows)));
            }
        });
        try (PreparedQuery query = PreparedQuery.builder()
                .setSql(PAST.matcher(sql).replaceAll(""))
                .setAnalyzerOptions(options)
                .setCatalog(catalog)
                .setTablesContents(contents)
                .prepare()) {
            List<String> columns =
                    query.getColumns().stream().map(SimpleColumn::getName).toList();
            List<List<@Nullable String>> rows = new ArrayList<>();
            query.execute(Map.of()).getTableData().forEach(row -> rows.add(texts(row)));
            return new Result(columns, rows);
        }
    }

    private static SimpleType type(String name) {
        return TypeFactory.createSimpleType(
                switch (name) {
                    case "INTEGER" -> TypeKind.TYPE_INT64;
                    case "BOOLEAN" -> TypeKind.TYPE_BOOL;
                    case "FLOAT" -> TypeKind.TYPE_DOUBLE;
                    case "TIMESTAMP" -> TypeKind.TYPE_TIMESTAMP;
                    case "STRING" -> TypeKind.TYPE_STRING;
                    default -> throw new IllegalArgumentException(name);
                });
    }

    private static List<List<Value>> values(Rows rows) {
        List<String> types = List.copyOf(rows.columns().values());
        List<List<Value>> values = new ArrayList<>(rows.rows().size());
        for (List<@Nullable String> row : rows.rows()) {
            List<Value> cells = new ArrayList<>(types.size());
            for (int i = 0; i < types.size(); i++) {
                cells.add(value(types.get(i), row.get(i)));
            }
            values.add(cells);
        }
        return values;
    }

    private static Value value(String type, @Nullable String cell) {
        if (cell == null) {
            return Value.createNullValue(type(type));
        }
        return switch (type) {
            case "INTEGER" -> Value.createInt64Value(Long.parseLong(cell));
            case "FLOAT" -> Value.createDoubleValue(Double.parseDouble(cell));
            case "BOOLEAN" -> Value.createBoolValue(Boolean.parseBoolean(cell));
            case "TIMESTAMP" ->
                Value.createTimestampValueFromUnixMicros(ChronoUnit.MICROS.between(
                        LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), LocalDateTime.parse(cell, TIME)));
            default -> Value.createStringValue(cell);
        };
    }

    private static List<@Nullable String> texts(List<Value> row) {
        List<@Nullable String> texts = new ArrayList<>(row.size());
        row.forEach(value -> texts.add(value.isNull() ? null : text(value)));
        return texts;
    }

    private static String text(Value value) {
        return switch (value.getType().getKind()) {
            case TYPE_INT64 -> Long.toString(value.getInt64Value());
            case TYPE_BOOL -> Boolean.toString(value.getBoolValue());
            case TYPE_STRING -> value.getStringValue();
            default -> throw new IllegalArgumentException(value.getType().debugString());
        };
    }
}
