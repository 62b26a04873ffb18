package fr.ecolhuma.etreprof.recompute.gates;

import java.io.Serial;
import java.util.List;

/** A new model did not pass the gates; it is kept as a candidate and the old model stays live. */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String candidate;
    private final transient List<GateFinding> findings;

    public RefusedException(String candidate, List<GateFinding> findings) {
        super(
                "the new model %s was refused: %s; the old model stays live. Correct the exports, change the limit, or force it"
                        .formatted(candidate, GateFinding.refusals(findings)));
        this.candidate = candidate;
        this.findings = List.copyOf(findings);
    }

    /** The version that was refused. */
    public String candidate() {
        return candidate;
    }

    /** The findings of every gate. */
    public List<GateFinding> findings() {
        return findings;
    }
}
