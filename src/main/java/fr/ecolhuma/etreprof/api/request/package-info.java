/** Reads requests: parameters, bodies and their limits. */
@NullMarked
package fr.ecolhuma.etreprof.api.request;

import org.jspecify.annotations.NullMarked;
