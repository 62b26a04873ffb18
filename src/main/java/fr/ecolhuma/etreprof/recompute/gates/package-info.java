/** What a candidate must pass, and how it differs from the live model. */
@NullMarked
@NamedInterface("gates")
package fr.ecolhuma.etreprof.recompute.gates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
