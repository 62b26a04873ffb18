/** The one reference to the snapshot served. */
@NullMarked
@NamedInterface("live")
package fr.ecolhuma.etreprof.snapshot.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
