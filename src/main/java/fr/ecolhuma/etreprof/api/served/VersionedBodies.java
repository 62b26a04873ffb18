package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that are the same for everyone: written as JSON once a model version, and tagged with an {@code ETag}.
 *
 * <p>The tag is a digest of the body, since another release of the service may write the same model differently. Spring
 * uses it to answer a caller who already has the body with a 304.
 */
public final class VersionedBodies {

    private final JsonMapper mapper;
    private final PerSnapshot<Map<Object, ResponseEntity<byte[]>>> byKey =
            new PerSnapshot<>(snapshot -> new ConcurrentHashMap<>());

    /** Starts without a body. */
    public VersionedBodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer for a key, kept until another snapshot is served.
     *
     * @param snapshot the model the body is made from
     * @param key tells the bodies of one version apart; one of a small set
     * @param body makes the body the first time
     */
    public ResponseEntity<byte[]> answer(Snapshot snapshot, Object key, Supplier<Object> body) {
        return byKey.of(snapshot).computeIfAbsent(key, unseen -> answer(body.get()));
    }

    /** The answer for a body that is requested too rarely to be kept. */
    public ResponseEntity<byte[]> answer(Object body) {
        byte[] bytes = mapper.writeValueAsBytes(body);
        return ResponseEntity.ok()
                .eTag(DigestUtils.md5DigestAsHex(bytes))
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }
}
