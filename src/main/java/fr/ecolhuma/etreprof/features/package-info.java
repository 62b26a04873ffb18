/** Raw exports to typed tables: the only place that knows SQL or an SQL engine. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.ecolhuma.etreprof.features;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
