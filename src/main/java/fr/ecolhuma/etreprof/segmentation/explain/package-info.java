/** Explanations of segments and of moves, and the quality of the segments. */
@NullMarked
@NamedInterface("explain")
package fr.ecolhuma.etreprof.segmentation.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
