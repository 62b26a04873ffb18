/** Errors as RFC 9457 problems, translated to HTTP in this one place. */
@NullMarked
package fr.ecolhuma.etreprof.api.problem;

import org.jspecify.annotations.NullMarked;
