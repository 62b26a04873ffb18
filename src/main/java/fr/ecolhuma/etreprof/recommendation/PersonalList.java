package fr.ecolhuma.etreprof.recommendation;

import java.util.List;

/**
 * Contents for one user.
 *
 * @param rung where the list comes from: {@code history}, {@code segment_level}, {@code segment} or {@code popular}
 * @param entries best first
 */
public record PersonalList(String rung, List<PersonalEntry> entries) {

    public PersonalList {
        entries = List.copyOf(entries);
    }
}
