/** CSV bytes, and the mess of real exports. */
@NullMarked
@NamedInterface("csv")
package fr.ecolhuma.etreprof.demo.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
