/** The default engine: DuckDB reads the events' export, gives every cell its type and counts. */
@NullMarked
@NamedInterface("duckdb")
package fr.ecolhuma.etreprof.features.duckdb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
