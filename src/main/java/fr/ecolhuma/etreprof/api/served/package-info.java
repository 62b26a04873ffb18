/** The sources of answers: the model of a request, its kept bodies, the few-user rule. */
@NullMarked
package fr.ecolhuma.etreprof.api.served;

import org.jspecify.annotations.NullMarked;
