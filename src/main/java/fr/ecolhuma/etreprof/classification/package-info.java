/** Text to theme and challenge (défi), and the taxonomy of both; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = "corpus")
package fr.ecolhuma.etreprof.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
