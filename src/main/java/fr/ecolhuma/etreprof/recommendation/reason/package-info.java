/** French sentences that say why a content is on a list. */
@NullMarked
@NamedInterface("reason")
package fr.ecolhuma.etreprof.recommendation.reason;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
