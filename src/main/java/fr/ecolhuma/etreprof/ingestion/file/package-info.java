/** What a file is: its format, its header and its rows. */
@NullMarked
@NamedInterface("file")
package fr.ecolhuma.etreprof.ingestion.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
