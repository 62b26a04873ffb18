package fr.ecolhuma.etreprof.recompute.jobs;

/** A recompute is over, with any outcome. */
public record JobEnded(Job job) {}
