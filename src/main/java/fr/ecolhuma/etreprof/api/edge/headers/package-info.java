/** The headers of every answer. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.headers;

import org.jspecify.annotations.NullMarked;
