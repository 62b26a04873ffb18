package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are the same for everyone: written as JSON, tagged and packed once a model version. */
public final class VersionedBodies {

    private final JsonMapper mapper;
    private final PerSnapshot<Map<Object, PreparedBody>> byKey =
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
    public PreparedBody answer(Snapshot snapshot, Object key, Supplier<Object> body) {
        return byKey.of(snapshot).computeIfAbsent(key, unseen -> answer(body.get()));
    }

    /** The answer for a body that is requested too rarely to be kept. */
    public PreparedBody answer(Object body) {
        return new PreparedBody(mapper.writeValueAsBytes(body));
    }
}
