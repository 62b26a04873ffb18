package fr.ecolhuma.etreprof.segmentation.explain;

/**
 * The quality of a number of segments, on a sample of the users, in scaled space.
 *
 * @param k the number
 * @param inertia sum of the squared distances to the nearest centroid; always less for a greater k
 * @param silhouette from -1 to 1; more is better
 * @param daviesBouldin less is better
 * @param calinskiHarabasz more is better
 * @param stability how far the segments stay the same on other draws of the users: the mean adjusted Rand index, at
 *     most 1, between the segments and those found on bootstrap samples
 */
public record SegmentCount(
        int k, double inertia, double silhouette, double daviesBouldin, double calinskiHarabasz, double stability) {}
