/** Notifies another service of the end of each run. */
@NullMarked
package fr.ecolhuma.etreprof.recompute.webhook;

import org.jspecify.annotations.NullMarked;
