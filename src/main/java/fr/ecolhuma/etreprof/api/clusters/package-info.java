/** Paths under /clusters but for the recompute. */
@NullMarked
package fr.ecolhuma.etreprof.api.clusters;

import org.jspecify.annotations.NullMarked;
