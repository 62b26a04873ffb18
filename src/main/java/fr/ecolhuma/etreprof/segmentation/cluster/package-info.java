/** K-means: initial centroids, exact search, and the measures of a clustering. */
@NullMarked
package fr.ecolhuma.etreprof.segmentation.cluster;

import org.jspecify.annotations.NullMarked;
