package fr.ecolhuma.etreprof.segmentation.explain;

/**
 * How good a number of segments is, on a sample of the users, in scaled space.
 *
 * @param k the number
 * @param inertia sum of the squared distances to the nearest centroid; always less for a greater k
 * @param silhouette from -1 to 1; more is better
 * @param daviesBouldin less is better
 * @param calinskiHarabasz more is better
 * @param stability how much the segments stay when the users are drawn anew: the mean adjusted Rand index, at most 1, of
 *     the segments and those found on bootstrap samples
 */
public record SegmentCount(
        int k, double inertia, double silhouette, double daviesBouldin, double calinskiHarabasz, double stability) {}
