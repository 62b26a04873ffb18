/** What the service leaves out at a start. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.start;

import org.jspecify.annotations.NullMarked;
