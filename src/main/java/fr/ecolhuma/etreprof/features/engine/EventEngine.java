package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;

/**
 * Counts the events of an export. It knows neither users nor contents: it fills two small tables, and what follows them is the
 * same whichever engine counted.
 */
public interface EventEngine {

    /**
     * Counts the events. Fills {@code tallies} and {@code uses}, and {@code windows} where the request says so; what their
     * rows are is said in the SQL of the same names.
     *
     * @param tables the database of this extraction, in which the tables exist and are empty
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if the export cannot be used
     */
    EventCounts count(DuckDb tables, CountRequest request);
}
