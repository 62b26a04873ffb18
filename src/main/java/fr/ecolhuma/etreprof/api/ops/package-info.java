/** The greeting and the health of the service. */
@NullMarked
package fr.ecolhuma.etreprof.api.ops;

import org.jspecify.annotations.NullMarked;
