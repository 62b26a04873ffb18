/** The three files of a classifier. */
@NullMarked
@NamedInterface("files")
package fr.ecolhuma.etreprof.classification.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
