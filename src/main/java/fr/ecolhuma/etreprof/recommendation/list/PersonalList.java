package fr.ecolhuma.etreprof.recommendation.list;

import java.util.List;

/**
 * Contents for one user.
 *
 * @param rung the rung that the list rests on
 * @param entries best first
 * @param choice the contents from which it was chosen
 */
public record PersonalList(Rung rung, List<PersonalEntry> entries, Choice choice) {

    /**
     * The contents that pass the filter, including the user's own.
     *
     * @param contents how many they are
     * @param priorities how many of them serve a défi
     */
    public record Choice(int contents, int priorities) {}

    public PersonalList {
        entries = List.copyOf(entries);
    }
}
