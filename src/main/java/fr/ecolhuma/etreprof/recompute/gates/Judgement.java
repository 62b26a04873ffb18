package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings of the gates about a version, in the last run that made it: {@code gates.json} in its folder.
 *
 * @param exports a digest of the addresses of that run's exports, or null
 * @param findings of every gate
 */
public record Judgement(@Nullable String exports, List<GateFinding> findings) {

    private static final String NAME = "gates.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** The judgement of a candidate that is older than the gates: it is published only when it is forced. */
    public static Judgement none() {
        return new Judgement(null, List.of(GateFinding.atLeast("judged", 0, 1)));
    }

    /** Whether a gate prevents its publication. */
    public boolean refuses() {
        return findings.stream().anyMatch(GateFinding::refuses);
    }

    /**
     * Writes it into the version's folder.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void write(SnapshotStore store, String version) {
        store.note(version, NAME).write(MAPPER.writeValueAsString(this) + "\n");
    }

    /**
     * The judgement of a version; empty if the version came with the service or has no such file.
     *
     * @throws SnapshotException if there is no such version, or it cannot be read
     */
    public static Optional<Judgement> of(SnapshotStore store, String version) {
        return store.note(version, NAME).read().map(Judgement::parse);
    }

    private static Judgement parse(String text) {
        try {
            return MAPPER.readValue(text, Judgement.class);
        } catch (JacksonException e) {
            throw new SnapshotException("%s cannot be read; recompute to judge the version again".formatted(NAME));
        }
    }
}
