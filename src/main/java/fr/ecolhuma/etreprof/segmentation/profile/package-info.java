/** Means, levels and the description of each segment. */
@NullMarked
@NamedInterface("profile")
package fr.ecolhuma.etreprof.segmentation.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
