/** Paths under /exports. */
@NullMarked
package fr.ecolhuma.etreprof.api.exports;

import org.jspecify.annotations.NullMarked;
