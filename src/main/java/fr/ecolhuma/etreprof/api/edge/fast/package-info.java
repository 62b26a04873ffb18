/** Answers given before Spring sees the request. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.fast;

import org.jspecify.annotations.NullMarked;
