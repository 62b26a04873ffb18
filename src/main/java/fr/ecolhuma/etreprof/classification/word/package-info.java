/** The XML of Word documents, brought to the plain form of what a reader sees. */
@NullMarked
package fr.ecolhuma.etreprof.classification.word;

import org.jspecify.annotations.NullMarked;
