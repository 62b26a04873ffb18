/** The embedded SQL engine: opened, bounded, interrupted; it also reads Parquet. */
@NullMarked
@NamedInterface("engine")
package fr.ecolhuma.etreprof.ingestion.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
