/** Vectors of texts from an encoder that an operator adds; the project ships none. */
@NamedInterface("embedding")
@NullMarked
package fr.ecolhuma.etreprof.classification.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
