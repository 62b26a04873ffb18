/** Reproducible chance: dice, weights, quotas, seasons. */
@NullMarked
package fr.ecolhuma.etreprof.demo.chance;

import org.jspecify.annotations.NullMarked;
