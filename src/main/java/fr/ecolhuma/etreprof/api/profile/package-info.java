/** One user. */
@NullMarked
package fr.ecolhuma.etreprof.api.profile;

import org.jspecify.annotations.NullMarked;
