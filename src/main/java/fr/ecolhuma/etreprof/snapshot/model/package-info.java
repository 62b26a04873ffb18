/** A version in memory. */
@NullMarked
@NamedInterface("model")
package fr.ecolhuma.etreprof.snapshot.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
