package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the pipeline; only restarts, seed, features, keep, labelled texts and the embedder change the model.
 *
 * @param memoryLimit the memory that the SQL engine may use
 * @param threads at least 1
 * @param restarts the number of independent searches for the best segments, at least 1
 * @param seed of the first search
 * @param features the features of the segmentation
 * @param keep the share of the inertia by which another start must be better than the previous centroids to win
 * @param labelled texts labelled by hand, which the classifier learns with the labels of the export; null for none
 * @param embedder gives texts vectors, which the classifier learns too
 */
public record PipelineSettings(
        DataSize memoryLimit,
        int threads,
        int restarts,
        long seed,
        FeatureSet features,
        double keep,
        @Nullable Path labelled,
        Embedder embedder) {

    private static final double KEEP = 0.01;

    /** The previous centroids win unless another start is better by more than a hundredth. */
    public PipelineSettings(DataSize memoryLimit, int threads, int restarts, long seed, FeatureSet features) {
        this(memoryLimit, threads, restarts, seed, features, KEEP, null, Embedder.none());
    }
}
