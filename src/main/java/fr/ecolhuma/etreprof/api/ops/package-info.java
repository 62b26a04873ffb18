/** The greeting, and what operators ask. */
@NullMarked
package fr.ecolhuma.etreprof.api.ops;

import org.jspecify.annotations.NullMarked;
