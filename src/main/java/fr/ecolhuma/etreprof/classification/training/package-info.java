/** What the classifier learns from, how it is fitted, and when a new one replaces it. */
@NullMarked
@NamedInterface("training")
package fr.ecolhuma.etreprof.classification.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
