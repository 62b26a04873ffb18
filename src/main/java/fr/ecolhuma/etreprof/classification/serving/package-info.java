/** The trained classifier: label, confidence and evidence of one text. */
@NullMarked
@NamedInterface("serving")
package fr.ecolhuma.etreprof.classification.serving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
