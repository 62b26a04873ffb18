/** Turns exports into a trained model: the stages and their progress. */
@NullMarked
@NamedInterface("stages")
package fr.ecolhuma.etreprof.recompute.stages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
