/** Runs with an address: queue, progress, end, schedule. */
@NullMarked
@NamedInterface("jobs")
package fr.ecolhuma.etreprof.recompute.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
