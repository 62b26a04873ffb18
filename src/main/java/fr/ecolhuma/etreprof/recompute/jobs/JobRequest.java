package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.run.RecomputeRequest;
import fr.ecolhuma.etreprof.snapshot.disk.Digests;

/**
 * What is kept of a request: its addresses may hold secrets and so are told by their digest alone.
 *
 * @param digest of all that was asked for
 * @param by who or what asked for it
 */
public record JobRequest(String digest, boolean dryRun, String by) {

    static JobRequest of(RecomputeRequest request) {
        return new JobRequest(Digests.sha256(request.toString()), request.dryRun(), request.by());
    }
}
