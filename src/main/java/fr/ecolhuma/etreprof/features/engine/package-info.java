/** The seam between the events and what is made of them: any engine that fills two small tables can count. */
@NullMarked
@NamedInterface("engine")
package fr.ecolhuma.etreprof.features.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
