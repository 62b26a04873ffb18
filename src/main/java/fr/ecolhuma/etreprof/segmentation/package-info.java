/** Four segments of users from their counts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain", "features", "features :: *", "ingestion :: *", "tables"})
package fr.ecolhuma.etreprof.segmentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
