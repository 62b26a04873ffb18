package fr.ecolhuma.etreprof.snapshot.past;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version that users were served.
 *
 * @param since from when on, at this place of the order; null where that is not known, as of what came with the service
 */
public record LiveModel(PastModel past, @Nullable Instant since) {}
