/** The gates that a candidate must pass, and its difference from the live model. */
@NullMarked
@NamedInterface("gates")
package fr.ecolhuma.etreprof.recompute.gates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
