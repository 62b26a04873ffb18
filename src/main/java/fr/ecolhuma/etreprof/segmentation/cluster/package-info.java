/** K-means: seeds, exact search, and the measures of a clustering. */
@NullMarked
package fr.ecolhuma.etreprof.segmentation.cluster;

import org.jspecify.annotations.NullMarked;
