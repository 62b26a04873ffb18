package fr.ecolhuma.etreprof.recompute;

/** A recompute is over, however it ended. */
public record JobEnded(RecomputeJob job) {}
