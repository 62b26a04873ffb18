/** The paths under /clusters, except the recompute. */
@NullMarked
package fr.ecolhuma.etreprof.api.clusters;

import org.jspecify.annotations.NullMarked;
