/** Lists of contents: /recommend, /content and /user/{id}/recommendations. */
@NullMarked
package fr.ecolhuma.etreprof.api.lists;

import org.jspecify.annotations.NullMarked;
