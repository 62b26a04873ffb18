/** The uses of contents: matrices, popularity, use by segment and level. */
@NullMarked
@NamedInterface("usage")
package fr.ecolhuma.etreprof.recommendation.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
