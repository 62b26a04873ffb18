package fr.ecolhuma.etreprof.api.problem;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Bodies of error answers. */
final class Problems {

    private Problems() {}

    /** A problem with the two members more that this service's clients read. */
    static ProblemDetail of(HttpStatusCode status, String detail, String path, Map<String, Object> members) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setInstance(URI.create(path));
        problem.setProperty("success", false);
        problem.setProperty("error", detail);
        members.forEach(problem::setProperty);
        return problem;
    }
}
