/** Finds the four segments of users from their counts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain", "tables"})
package fr.ecolhuma.etreprof.segmentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
