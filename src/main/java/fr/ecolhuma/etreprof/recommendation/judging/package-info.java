/** The quality of lists: hold-out, rankings, measures, the card. */
@NullMarked
@NamedInterface("judging")
package fr.ecolhuma.etreprof.recommendation.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
