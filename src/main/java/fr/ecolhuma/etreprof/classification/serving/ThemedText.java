package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.domain.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A text and its theme.
 *
 * @param theme the theme that is likely enough, or null
 * @param terms its known terms with their tf-idf, ascending; empty when none is known
 */
public record ThemedText(@Nullable Theme theme, SparseVector terms) {}
