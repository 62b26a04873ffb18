/** The sources of exports: paths and addresses; download, digest and scratch folder. */
@NullMarked
@NamedInterface("source")
package fr.ecolhuma.etreprof.ingestion.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
