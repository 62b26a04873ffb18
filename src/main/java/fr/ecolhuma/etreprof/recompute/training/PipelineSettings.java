package fr.ecolhuma.etreprof.recompute.training;

import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the pipeline; only seed, restarts and features change the model.
 *
 * @param memoryLimit the memory that the SQL engine may use
 * @param threads at least 1
 * @param restarts the number of independent searches for the best segments, at least 1
 * @param seed of the first search
 * @param features the features of the segmentation
 */
public record PipelineSettings(DataSize memoryLimit, int threads, int restarts, long seed, FeatureSet features) {}
