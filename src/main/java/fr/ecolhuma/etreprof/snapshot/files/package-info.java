/** The files of a version, and the store that holds all versions. */
@NullMarked
@NamedInterface("files")
package fr.ecolhuma.etreprof.snapshot.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
