/** The classifier judged on labelled files of any labels. */
@NullMarked
@NamedInterface("evaluation")
package fr.ecolhuma.etreprof.classification.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
