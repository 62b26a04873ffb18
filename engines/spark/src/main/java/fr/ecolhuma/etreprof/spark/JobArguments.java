package fr.ecolhuma.etreprof.spark;

import fr.ecolhuma.etreprof.features.engine.CountRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of the job.
 *
 * @param events files or folders of the interactions' export, as the cluster names them
 * @param out the folder of counts to write
 * @param request as of when to count
 */
record JobArguments(List<String> events, String out, CountRequest request) {

    static final String USAGE = "usage: CountJob --events FILES[,FILES…] --out FOLDER [--as-of YYYY-MM-DD]";

    JobArguments {
        events = List.copyOf(events);
    }

    /**
     * Reads the command line.
     *
     * @throws JobException if it is not as {@link #USAGE} says
     */
    static JobArguments of(String[] arguments, Instant now) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String events = options.remove("--events");
        String out = options.remove("--out");
        String day = options.remove("--as-of");
        if (events == null || out == null || !options.isEmpty() || arguments.length % 2 != 0) {
            throw new JobException("found '%s'; %s".formatted(String.join(" ", arguments), USAGE));
        }
        return new JobArguments(
                Arrays.asList(events.split(",")), out, new CountRequest(day == null ? null : day(day), now, false));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new JobException("--as-of: found '%s', expected a day such as 2026-01-31".formatted(text));
        }
    }
}
