/** Raw exports to clean users, contents and rows; every row accounted for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"csv", "domain", "tables"})
package fr.ecolhuma.etreprof.ingestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
