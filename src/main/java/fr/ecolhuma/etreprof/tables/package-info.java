/** The tables of numbers from which models are learnt, and the account of their rows. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.ecolhuma.etreprof.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
