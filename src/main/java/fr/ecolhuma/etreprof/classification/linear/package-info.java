/** Terms, their vocabulary, and the logistic regression over them. */
@NullMarked
@NamedInterface("linear")
package fr.ecolhuma.etreprof.classification.linear;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
