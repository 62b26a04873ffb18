/** The tables of numbers that learning starts from, and the account of the rows they come from. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.ecolhuma.etreprof.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
