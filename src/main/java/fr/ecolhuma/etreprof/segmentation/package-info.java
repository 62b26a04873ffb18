/** Four segments of users from their counts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain", "features", "tables"})
package fr.ecolhuma.etreprof.segmentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
