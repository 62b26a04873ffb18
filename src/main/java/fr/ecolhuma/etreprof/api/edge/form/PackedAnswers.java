package fr.ecolhuma.etreprof.api.edge.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The packed forms of answers that callers share, by tag: each is packed once. */
final class PackedAnswers {

    private static final long MOST_BYTES = 2 << 20;

    private final Cache<String, byte[]> byTag = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String tag, byte[] packed) -> tag.length() + packed.length)
            .executor(Runnable::run)
            .build();

    byte[] of(String tag, byte[] plain) {
        return byTag.get(tag, unseen -> Gzip.packed(plain));
    }
}
