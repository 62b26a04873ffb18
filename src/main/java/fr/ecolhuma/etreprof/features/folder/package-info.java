/** Counts that were made elsewhere: a folder with the two tables and an account of them. */
@NullMarked
@NamedInterface("folder")
package fr.ecolhuma.etreprof.features.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
