/** Keys, roles, rates and origins. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.access;

import org.jspecify.annotations.NullMarked;
