package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.util.List;
import java.util.Set;

/**
 * The user for whom a list is made, and the contents that may be on it.
 *
 * @param history rows of the used contents in the catalogue, oldest first; may be empty, repeats count once
 * @param segment the user's segment, or -1 when there is none
 * @param levels the stages taught
 * @param filter the caller's choice of contents
 * @param excluded rows of the catalogue to leave out
 * @param seen whether contents of the history may be on the list
 * @param limit at most this many entries, at least 1
 */
public record PersonalRequest(
        List<Integer> history,
        int segment,
        TaughtLevels levels,
        ContentFilter filter,
        Set<Integer> excluded,
        boolean seen,
        int limit) {

    public PersonalRequest {
        history = List.copyOf(history);
        excluded = Set.copyOf(excluded);
    }
}
