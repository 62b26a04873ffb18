/** Every exception becomes a status here, and nowhere else. */
@NullMarked
package fr.ecolhuma.etreprof.api.problem;

import org.jspecify.annotations.NullMarked;
