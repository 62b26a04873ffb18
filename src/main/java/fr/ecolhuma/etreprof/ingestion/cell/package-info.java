/** What a cell means: dates, numbers, lists. */
@NullMarked
@NamedInterface("cell")
package fr.ecolhuma.etreprof.ingestion.cell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
