/** What is held about a user, and its erasure. */
@NullMarked
package fr.ecolhuma.etreprof.api.erasure;

import org.jspecify.annotations.NullMarked;
