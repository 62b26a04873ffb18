/** Many texts, one line each. */
@NullMarked
@NamedInterface("batch")
package fr.ecolhuma.etreprof.classification.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
