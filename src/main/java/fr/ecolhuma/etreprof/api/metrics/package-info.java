/** Metrics of the model and of runs; the metrics of requests are in {@code api.edge.watch}. */
@NullMarked
package fr.ecolhuma.etreprof.api.metrics;

import org.jspecify.annotations.NullMarked;
