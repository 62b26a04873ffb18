/** What a text is about: one text in any of its forms, or a batch of them. */
@NullMarked
package fr.ecolhuma.etreprof.api.classify;

import org.jspecify.annotations.NullMarked;
