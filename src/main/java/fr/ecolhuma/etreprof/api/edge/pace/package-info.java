/** How long a caller may take to send a request. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.pace;

import org.jspecify.annotations.NullMarked;
