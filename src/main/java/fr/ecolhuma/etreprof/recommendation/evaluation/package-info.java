/** Recommenders judged on any file of user, item and time. */
@NullMarked
@NamedInterface("evaluation")
package fr.ecolhuma.etreprof.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
