/** What every group reads the served model through. */
@NullMarked
package fr.ecolhuma.etreprof.api.served;

import org.jspecify.annotations.NullMarked;
