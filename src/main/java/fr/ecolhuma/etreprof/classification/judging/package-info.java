/** Folds, calibration, measures, and the card that shows them. */
@NullMarked
@NamedInterface("judging")
package fr.ecolhuma.etreprof.classification.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
