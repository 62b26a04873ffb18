package fr.ecolhuma.etreprof.snapshot.past;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version that was live.
 *
 * @param since when it went live, at this place of the order; null when unknown, as for a version that came with the
 *     service
 */
public record LiveModel(PastModel past, @Nullable Instant since) {}
