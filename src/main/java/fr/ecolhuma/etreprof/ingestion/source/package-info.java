/** Where an export comes from: a path or an address; download, digest and scratch folder. */
@NullMarked
@NamedInterface("source")
package fr.ecolhuma.etreprof.ingestion.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
