package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that are the same for everyone: written as JSON once a model version, and named by an {@code ETag}.
 *
 * <p>Keys must come from a small set, since every body is kept until the version changes.
 */
public final class VersionedBodies {

    private record Bodies(String version, Map<Object, byte[]> byKey) {}

    private final JsonMapper mapper;
    private volatile Bodies bodies = new Bodies("", new ConcurrentHashMap<>());

    /** No body yet. */
    public VersionedBodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer for a key, or 304 when the caller has it.
     *
     * @param snapshot the model the body is made from, or null when there is none, whose body is not kept
     * @param key what tells the bodies of one version apart
     * @param body makes the body the first time
     */
    public ResponseEntity<byte[]> answer(
            @Nullable Snapshot snapshot, Object key, Supplier<Object> body, WebRequest request) {
        if (snapshot == null) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(mapper.writeValueAsBytes(body.get()));
        }
        String tag = "\"%s-%08x\"".formatted(snapshot.version(), key.hashCode());
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        byte[] bytes =
                of(snapshot.version()).byKey().computeIfAbsent(key, unseen -> mapper.writeValueAsBytes(body.get()));
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }

    private Bodies of(String version) {
        Bodies now = bodies;
        if (!now.version().equals(version)) {
            now = new Bodies(version, new ConcurrentHashMap<>());
            bodies = now;
        }
        return now;
    }
}
