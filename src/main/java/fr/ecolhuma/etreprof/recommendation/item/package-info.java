/** Relations between contents: EASE, neighbours, likeness of texts. */
@NullMarked
@NamedInterface("item")
package fr.ecolhuma.etreprof.recommendation.item;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
