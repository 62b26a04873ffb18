/** Gives every exception its HTTP status; no other room does. */
@NullMarked
package fr.ecolhuma.etreprof.api.problem;

import org.jspecify.annotations.NullMarked;
