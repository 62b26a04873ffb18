package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Permutation;
import fr.ecolhuma.etreprof.demo.chance.Quota;
import fr.ecolhuma.etreprof.demo.people.Actor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows user by user and writes them shuffled: each row waits in one of some thousand places until a later one
 * draws that place. Gives the ids, damages some instants and repeats some rows.
 */
final class EventSink {

    private static final int PLACES = 8192;
    private static final int REPEAT = 2000;
    private static final int DAMAGED = 3989;
    private static final int FUTURE = 49_999;

    private final @Nullable EventRow[] waiting = new EventRow[PLACES];
    private final EventCsv csv;
    private final Dice dice;
    private final Permutation ids;
    private final Quota repeats;
    private final long last;
    private long rows;
    private int used;

    /**
     * A sink for an exact number of rows.
     *
     * @param own rows that will be added, above 0
     * @param repeated rows written twice
     */
    EventSink(EventCsv csv, long seed, Era era, long own, long repeated) {
        this.csv = csv;
        dice = Dice.of(seed, Purpose.SHUFFLE, 0);
        ids = Permutation.of(own + own / 16 + 1, dice);
        repeats = new Quota(own, repeated);
        last = (era.last() + 1L) * Era.DAY_SECONDS - 1;
    }

    /** The number of exact repeats among a number of rows. */
    static long repeatsAmong(long rows) {
        return rows / REPEAT;
    }

    void add(Actor actor, RawCells what, RawCells content, long instant) throws IOException {
        EventRow row = new EventRow(1 + ids.of(rows), actor.id(), what, content, damaged(Math.min(instant, last)));
        rows++;
        shuffle(row);
        if (repeats.take(1) > 0) {
            shuffle(row);
        }
    }

    /** Writes the rows that are still waiting. */
    void drain() throws IOException {
        while (used > 0) {
            int place = dice.below(used);
            EventRow row = waiting[place];
            waiting[place] = waiting[--used];
            write(row);
        }
    }

    private void shuffle(EventRow row) throws IOException {
        if (used < PLACES) {
            waiting[used++] = row;
            return;
        }
        int place = dice.below(PLACES);
        write(waiting[place]);
        waiting[place] = row;
    }

    private void write(@Nullable EventRow row) throws IOException {
        if (row != null) {
            csv.write(row);
        }
    }

    /** Some instants are unreadable; a few are decades ahead, as from a wrong clock. */
    private long damaged(long instant) {
        if (rows % DAMAGED == DAMAGED / 2) {
            return -1 - rows / DAMAGED;
        }
        return rows % FUTURE == FUTURE / 2 ? instant + (40 + dice.below(20)) * 366L * Era.DAY_SECONDS : instant;
    }
}
