/** One run from request to result. */
@NullMarked
@NamedInterface("run")
package fr.ecolhuma.etreprof.recompute.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
