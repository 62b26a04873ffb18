package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.features.engine.EventTypes;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views through which the engine reads the cells of events. */
final class EventViews {

    private EventViews() {}

    /** Defines the macros that the view of the raw export needs. */
    static void cells(DuckDb engine) {
        engine.run(Sql.text("duckdb/cells"));
    }

    /** Defines the views from the raw export to typed events. */
    static void define(DuckDb engine, Years years, TimeForm form) {
        engine.run(Sql.text("duckdb/read_interactions")
                .replace("{event_types}", cases(EventTypes.ALL))
                .replace("{event_stems}", EventTypes.cases(EventTypes.byStem()))
                .replace("{places}", cases(EventTypes.PLACES))
                .replace("{content_stems}", EventTypes.cases(EventTypes.contentsByStem()))
                .replace("{time}", time(form))
                .replace("{first_us}", String.valueOf(Micros.ofYear(years.first())))
                .replace("{last_us}", String.valueOf(Micros.ofYear(years.last() + 1) - 1)));
        engine.run("CREATE OR REPLACE VIEW typed_events AS " + Sql.text("counting/typed_events"));
    }

    private static String time(TimeForm form) {
        return switch (form) {
            case TEXT -> Sql.text("duckdb/usual_time");
            case SECONDS -> "cell_id(created_at) * 1000000";
            case MILLISECONDS -> "cell_id(created_at) * 1000";
        };
    }

    private static String cases(List<String> words) {
        Map<String, String> cases = new LinkedHashMap<>();
        words.forEach(word -> cases.put(word, word));
        return EventTypes.cases(cases);
    }
}
