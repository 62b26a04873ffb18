/** Turns exports into a trained model: the stages and their progress. */
@NullMarked
@NamedInterface("training")
package fr.ecolhuma.etreprof.recompute.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
