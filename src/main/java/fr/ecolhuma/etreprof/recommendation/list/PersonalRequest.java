package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.util.List;
import java.util.Set;

/**
 * Who a list is for and what may be on it.
 *
 * @param history rows of the catalogue that were used, oldest first; may be empty, repeats count once
 * @param segment the user's segment, or -1 when there is none
 * @param levels the stages taught
 * @param filter what the caller wants
 * @param excluded rows of the catalogue to leave out
 * @param seen whether contents of the history may come back
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
