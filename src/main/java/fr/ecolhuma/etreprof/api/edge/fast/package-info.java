/** Bodies that are answered before Spring. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.fast;

import org.jspecify.annotations.NullMarked;
