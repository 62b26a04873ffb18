/** The paths under /classify. */
@NullMarked
package fr.ecolhuma.etreprof.api.classify;

import org.jspecify.annotations.NullMarked;
