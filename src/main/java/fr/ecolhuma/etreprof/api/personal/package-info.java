/** Contents for one user, for a basket of contents, or like one content. */
@NullMarked
package fr.ecolhuma.etreprof.api.personal;

import org.jspecify.annotations.NullMarked;
