/** The description of the API. */
@NullMarked
package fr.ecolhuma.etreprof.api.docs;

import org.jspecify.annotations.NullMarked;
