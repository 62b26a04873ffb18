/** Segments for counts that a caller sends. */
@NullMarked
package fr.ecolhuma.etreprof.api.assign;

import org.jspecify.annotations.NullMarked;
