/** The search for the settings that a served recommender uses. */
@NullMarked
@NamedInterface("training")
package fr.ecolhuma.etreprof.recommendation.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
