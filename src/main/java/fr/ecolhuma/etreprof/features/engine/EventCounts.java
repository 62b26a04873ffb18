package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What an engine says of the events, beside the tables that it has filled.
 *
 * @param engine its name and version
 * @param asOf the instant at which everything is counted
 * @param account what became of the rows before users have a say
 * @param columns one account a column
 * @param inputs waits for the SHA-256 of each input by its role
 * @param lines finds rows that do not count
 */
public record EventCounts(
        String engine,
        LocalDateTime asOf,
        EventAccount account,
        List<ColumnAccount> columns,
        Supplier<SortedMap<String, String>> inputs,
        LineFinder lines) {

    /** Finds the lines of rows that do not count. */
    public interface LineFinder {

        /**
         * The first lines of each reason; a reason is missing where the engine does not know them. The table of users is
         * filled.
         *
         * @param counts how many rows each reason has, at least 1
         */
        Map<String, List<Long>> of(Map<String, Long> counts);
    }

    public EventCounts {
        columns = List.copyOf(columns);
    }

    /** The same with other inputs. */
    public EventCounts with(Supplier<SortedMap<String, String>> others) {
        return new EventCounts(engine, asOf, account, columns, others, lines);
    }
}
