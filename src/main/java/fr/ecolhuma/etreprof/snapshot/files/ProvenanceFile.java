package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;

/** Where a version comes from: {@code provenance.json}. */
public final class ProvenanceFile {

    /** Of a version made before columns had accounts. */
    private record WithoutColumns(
            String codeVersion,
            LocalDateTime asOf,
            SortedMap<String, String> inputs,
            SortedMap<String, String> parameters,
            RowAccounts rows,
            long unknownContentEvents) {

        Provenance provenance() {
            return new Provenance(codeVersion, asOf, inputs, parameters, rows, List.of(), unknownContentEvents);
        }
    }

    /** Of a version made before the engine was kept, in which no version before it had a say. */
    private record WithoutPrevious(
            String codeVersion,
            LocalDateTime asOf,
            SortedMap<String, String> inputs,
            SortedMap<String, String> parameters,
            RowAccounts rows,
            List<ColumnAccount> columns,
            long unknownContentEvents) {

        Provenance provenance() {
            return new Provenance(codeVersion, asOf, inputs, parameters, rows, columns, unknownContentEvents);
        }
    }

    /** Of a version made before the engine was kept. */
    private record WithoutCounted(
            String codeVersion,
            LocalDateTime asOf,
            SortedMap<String, String> inputs,
            SortedMap<String, String> parameters,
            RowAccounts rows,
            List<ColumnAccount> columns,
            long unknownContentEvents,
            String previous) {

        Provenance provenance() {
            return new Provenance(codeVersion, asOf, inputs, parameters, rows, columns, unknownContentEvents)
                    .after(previous);
        }
    }

    /** Of a version that keeps the engine, in which no version before it had a say. */
    private record First(
            String codeVersion,
            LocalDateTime asOf,
            SortedMap<String, String> inputs,
            SortedMap<String, String> parameters,
            RowAccounts rows,
            List<ColumnAccount> columns,
            long unknownContentEvents,
            Provenance.Counted counted) {

        Provenance provenance() {
            return new Provenance(codeVersion, asOf, inputs, parameters, rows, columns, unknownContentEvents)
                    .by(counted);
        }
    }

    private ProvenanceFile() {}

    /** Reads it, of whichever day the version is. */
    public static Provenance read(Path folder) {
        Path file = folder.resolve(SnapshotFiles.PROVENANCE);
        if (Json.has(file, "counted")) {
            return Json.has(file, "previous")
                    ? Json.read(file, Provenance.class)
                    : Json.read(file, First.class).provenance();
        }
        if (Json.has(file, "previous")) {
            return Json.read(file, WithoutCounted.class).provenance();
        }
        return Json.has(file, "columns")
                ? Json.read(file, WithoutPrevious.class).provenance()
                : Json.read(file, WithoutColumns.class).provenance();
    }
}
