package fr.ecolhuma.etreprof.snapshot.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a model; an equal origin gives an equal model.
 *
 * @param codeVersion the version of the code that trained it
 * @param asOf the instant at which everything was counted
 * @param inputs SHA-256 of each export by its role
 * @param parameters the settings that shape the model, by name
 * @param rows what became of the rows of users, contents and interactions
 * @param columns what the cells of each column said; empty for a version of earlier days
 * @param unknownContentEvents uses whose content the catalogue does not have
 * @param counted what counted the events, and the kinds of sources; null for a version made before that was kept
 * @param previous the version that was live and had a say: without it, segments, their ids or the classifier would be
 *     others; null where it had none
 */
public record Provenance(
        String codeVersion,
        LocalDateTime asOf,
        SortedMap<String, String> inputs,
        SortedMap<String, String> parameters,
        RowAccounts rows,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ColumnAccount> columns,
        long unknownContentEvents,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Counted counted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previous) {

    /**
     * What counted the events.
     *
     * @param engine its name and version
     * @param sources the kind of each export that is not a file or at an http(s) address, by role
     */
    public record Counted(String engine, SortedMap<String, String> sources) {

        public Counted {
            sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        }
    }

    public Provenance {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        columns = List.copyOf(columns);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** Of a model in which no version before it had a say. */
    public Provenance(
            String codeVersion,
            LocalDateTime asOf,
            SortedMap<String, String> inputs,
            SortedMap<String, String> parameters,
            RowAccounts rows,
            List<ColumnAccount> columns,
            long unknownContentEvents) {
        this(codeVersion, asOf, inputs, parameters, rows, columns, unknownContentEvents, null, null);
    }

    /** The same with what counted the events. */
    public Provenance by(Counted engine) {
        return new Provenance(
                codeVersion, asOf, inputs, parameters, rows, columns, unknownContentEvents, engine, previous);
    }

    /** The same of a model in which a version had a say, or none for null. */
    public Provenance after(@Nullable String version) {
        return new Provenance(
                codeVersion, asOf, inputs, parameters, rows, columns, unknownContentEvents, counted, version);
    }
}
