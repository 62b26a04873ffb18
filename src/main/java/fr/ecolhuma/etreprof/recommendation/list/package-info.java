/** Lists for one user or one segment: scores, filters, selection, rungs. */
@NullMarked
@NamedInterface("list")
package fr.ecolhuma.etreprof.recommendation.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
