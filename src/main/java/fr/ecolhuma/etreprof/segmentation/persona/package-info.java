/** Matches clusters with the four fixed segments. */
@NullMarked
@NamedInterface("persona")
package fr.ecolhuma.etreprof.segmentation.persona;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
