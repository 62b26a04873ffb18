package fr.ecolhuma.etreprof.recompute;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that does something when it is asked for the time. */
public abstract class UtcClock extends Clock {

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
