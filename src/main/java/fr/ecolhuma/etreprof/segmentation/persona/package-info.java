/** The four fixed segments: their names and texts, and the match of clusters with them. */
@NullMarked
@NamedInterface("persona")
package fr.ecolhuma.etreprof.segmentation.persona;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
