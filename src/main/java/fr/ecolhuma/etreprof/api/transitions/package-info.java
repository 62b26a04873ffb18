/** Who is in which segment, and how that changes from version to version. */
@NullMarked
package fr.ecolhuma.etreprof.api.transitions;

import org.jspecify.annotations.NullMarked;
