/** Makes versions live: load, switch, watch, erase. */
@NullMarked
@NamedInterface("live")
package fr.ecolhuma.etreprof.recompute.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
