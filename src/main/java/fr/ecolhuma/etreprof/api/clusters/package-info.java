/** The segments, and their recompute. */
@NullMarked
package fr.ecolhuma.etreprof.api.clusters;

import org.jspecify.annotations.NullMarked;
