/** Reproducible chance: dice, weights, quotas, seasons; and the mess of real exports. */
@NullMarked
package fr.ecolhuma.etreprof.demo.chance;

import org.jspecify.annotations.NullMarked;
