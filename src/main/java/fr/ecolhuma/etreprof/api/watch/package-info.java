/** What operators see of each request and of the model: log lines, meters, traces. */
@NullMarked
package fr.ecolhuma.etreprof.api.watch;

import org.jspecify.annotations.NullMarked;
