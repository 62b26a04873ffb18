/** Users who asked to be erased, and versions without them. */
@NullMarked
@NamedInterface("erasure")
package fr.ecolhuma.etreprof.snapshot.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
