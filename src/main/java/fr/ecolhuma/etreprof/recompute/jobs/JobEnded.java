package fr.ecolhuma.etreprof.recompute.jobs;

/**
 * A recompute is over, with any outcome.
 *
 * @param isByCommand whether a command ran it, whose process ends when all listeners have returned
 */
public record JobEnded(Job job, boolean isByCommand) {}
