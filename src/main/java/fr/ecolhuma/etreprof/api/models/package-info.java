/** The versions: what there is, what was live when, and what shall be. */
@NullMarked
package fr.ecolhuma.etreprof.api.models;

import org.jspecify.annotations.NullMarked;
