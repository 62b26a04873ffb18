package fr.ecolhuma.etreprof.recompute.training;

import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import org.springframework.util.unit.DataSize;

/**
 * How the pipeline runs; none of it but seed, restarts and features changes the model.
 *
 * @param memoryLimit what the SQL engine may use
 * @param threads at least 1
 * @param restarts independent searches for the best segments, at least 1
 * @param seed of the first search
 * @param features what users are segmented by
 */
public record PipelineSettings(DataSize memoryLimit, int threads, int restarts, long seed, FeatureSet features) {}
