package fr.ecolhuma.etreprof.spark;

import fr.ecolhuma.etreprof.domain.ContentTypes;
import fr.ecolhuma.etreprof.features.engine.EventTypes;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.cell.Epochs;
import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import fr.ecolhuma.etreprof.ingestion.cell.Times;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import java.io.Serial;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Gives the cells of a row their types, by the service's own reader of cells. */
final class RowTyping implements MapFunction<Row, Row> {

    /** The typed row; {@code *_says} is 1 for a value, 2 for nothing, 3 and more for what is not understood. */
    static final StructType SCHEMA = new StructType()
            .add("unsplit", DataTypes.BooleanType, false)
            .add("id", DataTypes.LongType)
            .add("event_type", DataTypes.StringType)
            .add("user_id", DataTypes.LongType)
            .add("content_word", DataTypes.StringType)
            .add("content_id", DataTypes.LongType)
            .add("at_us", DataTypes.LongType)
            .add("id_says", DataTypes.IntegerType)
            .add("type_says", DataTypes.IntegerType)
            .add("user_says", DataTypes.IntegerType)
            .add("content_type_says", DataTypes.IntegerType)
            .add("content_id_says", DataTypes.IntegerType)
            .add("time_says", DataTypes.IntegerType);

    @Serial
    private static final long serialVersionUID = 1;

    private static final int VALUE = 1;
    private static final int NOTHING = 2;
    private static final int OTHER = 3;
    private static final int SECONDS = 4;
    private static final int MILLISECONDS = 5;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long MICROS_A_MILLISECOND = 1_000;

    private static final Set<String> USES = Set.of("page_view", "download");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0+(\\d+)");
    private static final Map<String, String> EVENT_STEMS = EventTypes.byStem();
    private static final Map<String, String> CONTENT_STEMS = EventTypes.contentsByStem();

    private final int id;
    private final int user;
    private final int type;
    private final int contentType;
    private final int contentId;
    private final int time;
    private final int width;
    private final int firstYear;
    private final int lastYear;
    private final TimeForm form;

    /**
     * Reads rows.
     *
     * @param names the columns of a row, which its whole text follows where it cannot be split
     * @param years those that events may be in
     * @param form how times are written
     */
    RowTyping(List<String> names, Years years, TimeForm form) {
        this.id = names.indexOf("id");
        this.user = names.indexOf("user_id");
        this.type = names.indexOf("type");
        this.contentType = names.indexOf("content_type");
        this.contentId = names.indexOf("content_id");
        this.time = names.indexOf("created_at");
        this.width = names.size();
        this.firstYear = years.first();
        this.lastYear = years.last();
        this.form = form;
    }

    @Override
    public Row call(Row row) {
        if (!row.isNullAt(width)) {
            return RowFactory.create(true, null, null, null, null, null, null, 0, 0, 0, 0, 0, 0);
        }
        long event = event(row);
        String eventType = word(row.getString(type), EVENT_STEMS);
        CellValue<Long> userId = Ids.read(row.getString(user));
        boolean use = eventType != null && USES.contains(eventType);
        String contentWord =
                use || "session".equals(eventType) ? word(row.getString(contentType), CONTENT_STEMS) : null;
        Long content = use ? content(row.getString(contentId)) : null;
        Instant at = instant(row.getString(time));
        return RowFactory.create(
                false,
                event,
                eventType,
                userId.value(),
                contentWord,
                content,
                at.micros(),
                event >= 0 || !isNothing(id < 0 ? null : row.getString(id)) ? VALUE : NOTHING,
                says(eventType, row.getString(type)),
                says(userId),
                use ? says(contentWord, row.getString(contentType)) : 0,
                content == null ? NOTHING : content >= 0 ? VALUE : OTHER,
                at.says());
    }

    /** A row without an id is known by all its cells, so that rows that repeat every column are one. */
    private long event(Row row) {
        String cell = id < 0 ? null : row.getString(id);
        if (isNothing(cell)) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < width; i++) {
                all.append(row.isNullAt(i) ? "" : row.getString(i)).append('\u0001');
            }
            return Keys.event(all.toString());
        }
        Long number = Ids.read(cell).value();
        return number == null ? Keys.event(keyText(cell)) : number;
    }

    private static @Nullable Long content(@Nullable String cell) {
        Long number = Ids.read(cell).value();
        return number != null || isNothing(cell) ? number : Long.valueOf(Keys.content(keyText(cell)));
    }

    /** A text that is no number still names one thing; zeros in front of digits name nothing. */
    private static String keyText(@Nullable String cell) {
        String text = Texts.bare(cell);
        Matcher zeros = LEADING_ZEROS.matcher(text);
        return zeros.matches() ? zeros.group(1) : text;
    }

    private static @Nullable String word(@Nullable String cell, Map<String, String> stems) {
        return cell == null ? null : stems.get(ContentTypes.stem(Texts.bare(cell)));
    }

    private static boolean isNothing(@Nullable String cell) {
        return Texts.meaning(cell) == null;
    }

    private static int says(@Nullable String word, @Nullable String cell) {
        if (word != null) {
            return VALUE;
        }
        return isNothing(cell) ? NOTHING : OTHER;
    }

    private static int says(CellValue<?> value) {
        return switch (value) {
            case CellValue.Understood<?> _ -> VALUE;
            case CellValue.Null<?> _ -> NOTHING;
            case CellValue.NotUnderstood<?> _ -> OTHER;
        };
    }

    /** An instant in microseconds since 1970, or null, and what its cell says. */
    private record Instant(@Nullable Long micros, int says) {}

    private Instant instant(@Nullable String cell) {
        Years years = new Years(firstYear, lastYear);
        if (form != TimeForm.TEXT) {
            return counted(cell);
        }
        CellValue<LocalDateTime> read = Times.read(cell, years);
        LocalDateTime value = read.value();
        if (value != null) {
            return new Instant(Micros.of(value), VALUE);
        }
        return new Instant(null, read instanceof CellValue.Null<LocalDateTime> ? NOTHING : number(cell));
    }

    private static int number(@Nullable String cell) {
        Epochs.Unit unit = Epochs.unit(cell);
        if (unit == null) {
            return OTHER;
        }
        return unit == Epochs.Unit.SECONDS ? SECONDS : MILLISECONDS;
    }

    /** An instant of a column that is written in numbers since 1970. */
    private Instant counted(@Nullable String cell) {
        CellValue<Long> number = Ids.read(cell);
        Long value = number.value();
        if (value == null) {
            return new Instant(null, says(number));
        }
        long unit = form == TimeForm.SECONDS ? MICROS_A_SECOND : MICROS_A_MILLISECOND;
        long micros = value > Long.MAX_VALUE / unit ? Long.MAX_VALUE : value * unit;
        boolean held = micros >= firstMicros(firstYear) && micros < firstMicros(lastYear + 1);
        return held ? new Instant(micros, VALUE) : new Instant(null, OTHER);
    }

    private static long firstMicros(int year) {
        return Micros.of(LocalDateTime.of(year, 1, 1, 0, 0));
    }
}
