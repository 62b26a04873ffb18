package fr.ecolhuma.etreprof.domain;

import java.util.List;

/**
 * A défi of the platform; a content has any number of them, mostly none.
 *
 * @param code the name in files and filters
 * @param column the flag's column in the contents' export
 * @param label the English name
 * @param labelFr the French name
 */
public record Defi(String code, String column, String label, String labelFr) {

    /** The five flag columns of the contents' export, in its order. */
    public static final List<String> COLUMNS =
            List.of("transition_ecologique", "sante_mentale", "ecole_inclusive", "cps", "reussite_tous_eleves");
}
