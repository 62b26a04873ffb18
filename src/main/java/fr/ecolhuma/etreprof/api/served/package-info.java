/** What answers are made from: the model of this request, bodies kept for it, the few-user rule. */
@NullMarked
package fr.ecolhuma.etreprof.api.served;

import org.jspecify.annotations.NullMarked;
