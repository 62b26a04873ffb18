/** The definition of every feature, in SQL. */
@NullMarked
@NamedInterface("count")
package fr.ecolhuma.etreprof.features.count;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
