/** Files, digests and atomic writes. */
@NullMarked
@NamedInterface("disk")
package fr.ecolhuma.etreprof.snapshot.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
