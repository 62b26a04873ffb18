package fr.ecolhuma.etreprof.recommendation.list;

import java.util.List;

/**
 * Contents for one user.
 *
 * @param rung what the list rests on
 * @param entries best first
 * @param choice what it was chosen from
 */
public record PersonalList(Rung rung, List<PersonalEntry> entries, Choice choice) {

    /**
     * The contents that pass the filter, the user's own among them.
     *
     * @param contents how many
     * @param priorities how many of them serve a défi
     */
    public record Choice(int contents, int priorities) {}

    public PersonalList {
        entries = List.copyOf(entries);
    }
}
