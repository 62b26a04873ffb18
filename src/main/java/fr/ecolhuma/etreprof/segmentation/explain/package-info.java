/** Why a user is in a segment, why a user moved, and how good the segments are. */
@NullMarked
@NamedInterface("explain")
package fr.ecolhuma.etreprof.segmentation.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
