/** Makes up an export in the shape and with the mess of the real one; no line of it is about a real person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "csv", "domain"})
package fr.ecolhuma.etreprof.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
