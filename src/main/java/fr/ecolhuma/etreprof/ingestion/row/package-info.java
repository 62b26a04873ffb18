/** What a row becomes: a user or a content. */
@NullMarked
@NamedInterface("row")
package fr.ecolhuma.etreprof.ingestion.row;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
