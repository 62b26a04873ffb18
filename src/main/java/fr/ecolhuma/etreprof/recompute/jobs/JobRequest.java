package fr.ecolhuma.etreprof.recompute.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The part of a request that is kept: its addresses may hold secrets, so only their digest is kept.
 *
 * @param digest of the whole request
 * @param by the person or the program that asked for it
 * @param sources the kind of source of each export that is not a file or an http(s) address, by its role
 */
public record JobRequest(
        String digest,
        boolean dryRun,
        String by,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> sources) {

    public JobRequest {
        // older files have none
        sources = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(sources, Map.<String, String>of())));
    }

    /** A request for a run on files. */
    public JobRequest(String digest, boolean dryRun, String by) {
        this(digest, dryRun, by, Map.of());
    }

    static JobRequest of(RunRequest request) {
        return new JobRequest(
                Digests.sha256(request.toString()),
                request.dryRun(),
                request.by(),
                request.exports().kinds());
    }
}
