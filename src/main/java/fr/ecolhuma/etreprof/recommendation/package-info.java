/** Recommends contents to users and segments, with reasons; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"classification :: *", "domain", "ingestion :: *", "tables"})
package fr.ecolhuma.etreprof.recommendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
