package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.snapshot.disk.Digests;

/**
 * The part of a request that is kept: its addresses may hold secrets, so only their digest is kept.
 *
 * @param digest of the whole request
 * @param by the person or the program that asked for it
 */
public record JobRequest(String digest, boolean dryRun, String by) {

    static JobRequest of(RunRequest request) {
        return new JobRequest(Digests.sha256(request.toString()), request.dryRun(), request.by());
    }
}
