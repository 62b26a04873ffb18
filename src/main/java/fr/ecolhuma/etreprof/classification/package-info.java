/** Finds the theme and the défi of a text, with evidence and calibrated confidence; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "domain"})
package fr.ecolhuma.etreprof.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
