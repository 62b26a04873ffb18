/** Exports that are tables of BigQuery: its API, what a table is, and its rows as CSV. */
@NullMarked
@NamedInterface("warehouse")
package fr.ecolhuma.etreprof.ingestion.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
