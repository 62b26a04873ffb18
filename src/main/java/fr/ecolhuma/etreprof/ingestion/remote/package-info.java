/** What is fetched over a network: one answer of an address, and what went wrong on the way to it. */
@NullMarked
@NamedInterface("remote")
package fr.ecolhuma.etreprof.ingestion.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
