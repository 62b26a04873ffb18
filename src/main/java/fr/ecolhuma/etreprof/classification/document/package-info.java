/** PDF, DOCX, HTML or bytes to markdown, within bounds. */
@NullMarked
@NamedInterface("document")
package fr.ecolhuma.etreprof.classification.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
