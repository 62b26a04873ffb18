/** How good the segments are, and how people could tell them. */
@NullMarked
package fr.ecolhuma.etreprof.api.diagnostics;

import org.jspecify.annotations.NullMarked;
