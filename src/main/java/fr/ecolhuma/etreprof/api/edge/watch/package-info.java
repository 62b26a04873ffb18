/** Metrics, log lines and traces of each request. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.watch;

import org.jspecify.annotations.NullMarked;
