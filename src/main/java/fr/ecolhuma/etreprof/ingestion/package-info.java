/** Turns raw exports into clean users, contents and rows, and accounts for every row. */
@NullMarked
@ApplicationModule(allowedDependencies = {"csv", "domain", "tables"})
package fr.ecolhuma.etreprof.ingestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
