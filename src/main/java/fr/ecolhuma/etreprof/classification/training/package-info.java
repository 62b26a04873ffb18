/** Training: the texts, the fit, and the renewal of the live classifier. */
@NullMarked
@NamedInterface("training")
package fr.ecolhuma.etreprof.classification.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
