package fr.ecolhuma.etreprof.ingestion.google;

import java.time.Instant;

/** A token and the instant of its end. */
record AccessToken(String value, Instant end) {

    @Override
    public String toString() {
        return "AccessToken until " + end;
    }
}
