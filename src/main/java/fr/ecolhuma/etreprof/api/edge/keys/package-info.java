/** Keys and their roles, the file that they are kept in, and the short-lived tokens of single users. */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.keys;

import org.jspecify.annotations.NullMarked;
