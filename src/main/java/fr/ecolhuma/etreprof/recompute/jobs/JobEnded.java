package fr.ecolhuma.etreprof.recompute.jobs;

/** A recompute is over, however it ended. */
public record JobEnded(Job job) {}
