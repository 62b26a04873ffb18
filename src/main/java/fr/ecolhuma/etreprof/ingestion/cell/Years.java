package fr.ecolhuma.etreprof.ingestion.cell;

import java.time.LocalDateTime;

/**
 * The years that times of a column may be in.
 *
 * @param first the earliest
 * @param last the latest
 */
public record Years(int first, int last) {

    static final int FIRST_SIGN_UP = 1990;
    static final int FIRST_EVENT = 2000;

    /** Those of sign-ups, which older platforms handed down, as seen from a year. */
    public static Years ofSignUps(int now) {
        return new Years(FIRST_SIGN_UP, now + 1);
    }

    /** Those of events and contents, as seen from a year. */
    public static Years ofEvents(int now) {
        return new Years(FIRST_EVENT, now + 1);
    }

    /** Those from the same first one on. */
    public Years withoutEnd() {
        return new Years(first, Integer.MAX_VALUE);
    }

    boolean hold(LocalDateTime time) {
        return time.getYear() >= first && time.getYear() <= last;
    }
}
