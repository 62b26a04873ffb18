/** The one reader and the one writer of CSV. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.ecolhuma.etreprof.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
