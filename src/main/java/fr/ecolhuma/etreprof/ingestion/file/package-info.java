/** The format, the header and the rows of a file. */
@NullMarked
@NamedInterface("file")
package fr.ecolhuma.etreprof.ingestion.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
