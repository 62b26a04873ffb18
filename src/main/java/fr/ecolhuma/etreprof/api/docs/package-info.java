/** The description of the API, for programs and for people. */
@NullMarked
package fr.ecolhuma.etreprof.api.docs;

import org.jspecify.annotations.NullMarked;
