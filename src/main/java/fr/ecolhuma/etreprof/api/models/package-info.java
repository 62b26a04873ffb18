/** Paths under /models and /model. */
@NullMarked
package fr.ecolhuma.etreprof.api.models;

import org.jspecify.annotations.NullMarked;
