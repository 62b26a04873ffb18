/** The paths under /user: profile, personal data, erasure. */
@NullMarked
package fr.ecolhuma.etreprof.api.user;

import org.jspecify.annotations.NullMarked;
