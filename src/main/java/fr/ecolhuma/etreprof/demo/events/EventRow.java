package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.RawCells;

/**
 * A row of interactions.csv.
 *
 * @param what {@code type,content_type}
 * @param content the cell of the content's or campaign's id
 * @param instant second of the era, below 0 for damaged ones
 */
record EventRow(long id, long user, RawCells what, RawCells content, long instant) {}
