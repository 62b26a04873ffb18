/** Markdown to words, with their offsets and the language. */
@NullMarked
package fr.ecolhuma.etreprof.classification.text;

import org.jspecify.annotations.NullMarked;
