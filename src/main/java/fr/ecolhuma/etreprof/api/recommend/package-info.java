/** Contents for a segment. */
@NullMarked
package fr.ecolhuma.etreprof.api.recommend;

import org.jspecify.annotations.NullMarked;
