/** What is answered before Spring is asked. */
@NullMarked
package fr.ecolhuma.etreprof.api.front;

import org.jspecify.annotations.NullMarked;
