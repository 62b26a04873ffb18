/** How long a caller may take to send a request. */
@NullMarked
package fr.ecolhuma.etreprof.api.pace;

import org.jspecify.annotations.NullMarked;
