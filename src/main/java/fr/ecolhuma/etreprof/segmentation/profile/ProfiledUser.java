package fr.ecolhuma.etreprof.segmentation.profile;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import org.jspecify.annotations.Nullable;

/**
 * The data of a user, besides the counts, from which the figures of a segment are computed.
 *
 * @param anciennete years of teaching, or null when unknown
 * @param levels the stages taught
 * @param topicCount the number of themes used
 */
public record ProfiledUser(@Nullable Integer anciennete, TaughtLevels levels, int topicCount) {}
