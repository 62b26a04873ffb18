package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.util.Map;
import org.springframework.http.HttpStatusCode;

/**
 * What a problem says.
 *
 * @param english its detail
 * @param values of the detail by name, to say the same in French
 */
record ProblemSentence(ProblemKind kind, String english, Map<String, Object> values) {

    /** A sentence without values. */
    static ProblemSentence of(ProblemKind kind, String english) {
        return new ProblemSentence(kind, english, Map.of());
    }

    /** The sentence of a refusal. */
    static ProblemSentence of(ApiException refusal) {
        return new ProblemSentence(refusal.problem(), refusal.detail(), refusal.values());
    }

    /** The sentence when only the status is known. */
    static ProblemSentence of(HttpStatusCode status) {
        return of(Statuses.kind(status), Problems.detail(status));
    }
}
