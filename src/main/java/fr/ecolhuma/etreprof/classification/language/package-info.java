/** The language of a text. */
@NullMarked
package fr.ecolhuma.etreprof.classification.language;

import org.jspecify.annotations.NullMarked;
