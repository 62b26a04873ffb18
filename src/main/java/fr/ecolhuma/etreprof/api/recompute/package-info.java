/** Paths under /clusters/recompute. */
@NullMarked
package fr.ecolhuma.etreprof.api.recompute;

import org.jspecify.annotations.NullMarked;
