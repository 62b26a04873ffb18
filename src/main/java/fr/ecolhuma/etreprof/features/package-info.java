/** Turns events into counts per user and uses per content. */
@NullMarked
@ApplicationModule(allowedDependencies = {"csv", "domain", "ingestion :: *", "tables"})
package fr.ecolhuma.etreprof.features;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
