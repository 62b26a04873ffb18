package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes rows of interactions.csv. */
final class EventCsv {

    private final CsvWriter csv;
    private final Era era;
    private final List<RawCells> dates = new ArrayList<>();

    EventCsv(CsvWriter csv, Era era) throws IOException {
        this.csv = csv;
        this.era = era;
        for (int day = 0; day <= era.last(); day++) {
            dates.add(date(day));
        }
        csv.header(List.of("id", "user_id", "type", "content_type", "content_id", "created_at"));
    }

    void write(EventRow row) throws IOException {
        csv.number(row.id()).number(row.user()).cells(row.what()).cells(row.content());
        if (row.instant() < 0) {
            List<String> damaged = Messiness.UNREADABLE_INSTANTS;
            csv.text(damaged.get((int) ((-1 - row.instant()) % damaged.size())));
        } else {
            int day = (int) (row.instant() / Era.DAY_SECONDS);
            csv.instant(day < dates.size() ? dates.get(day) : date(day), (int) (row.instant() % Era.DAY_SECONDS));
        }
        csv.endRow();
    }

    private RawCells date(int day) {
        return RawCells.of(era.date(day).toString());
    }
}
