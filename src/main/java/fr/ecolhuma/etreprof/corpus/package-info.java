/** The texts written for this project, for the demo catalogue and for the training of the classifier. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.ecolhuma.etreprof.corpus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
