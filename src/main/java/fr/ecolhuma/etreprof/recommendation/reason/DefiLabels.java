package fr.ecolhuma.etreprof.recommendation.reason;

/** Gives the French name of a défi from its code. */
public interface DefiLabels {

    /** The name for teachers. */
    String labelOf(String code);
}
