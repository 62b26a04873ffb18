/** The engine of events that are in BigQuery: they are counted there, and the small tables come back. */
@NullMarked
@NamedInterface("bigquery")
package fr.ecolhuma.etreprof.features.bigquery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
