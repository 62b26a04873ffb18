/** Contents for users and segments, with the reasons; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"classification :: *", "domain", "ingestion :: *", "tables"})
package fr.ecolhuma.etreprof.recommendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
