package fr.ecolhuma.etreprof.api.problem;

import java.net.URI;
import java.net.URISyntaxException;
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
        problem.setInstance(instance(path));
        problem.setProperty("success", false);
        problem.setProperty("error", detail);
        members.forEach(problem::setProperty);
        return problem;
    }

    /** The path asked for, where it can be told as a URI. */
    private static URI instance(String path) {
        try {
            return new URI(path.startsWith("/") ? path : "/");
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }

    /** What to say when nothing but the status is known. */
    static String detail(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "the request cannot be read; expected what the API's description says";
            case 404 -> "nothing is at this address; the API's description lists the addresses";
            case 406 -> "no form of the answer is acceptable to the caller; ask for application/json";
            case 413 -> "the request's body is too large";
            case 416 -> "no such range of bytes is there; ask without Range";
            case 417 -> "found an Expect header, expected none or 100-continue";
            case 501 -> "found a method or a transfer encoding that is not known; send the body plain or chunked";
            case 503 -> "the service cannot answer now; try again later";
            case 505 -> "found a version of HTTP that is not spoken, expected HTTP/1.1";
            default ->
                status.is5xxServerError()
                        ? "the service failed on this request; try again, and tell its operator if it lasts"
                        : "the request cannot be answered; expected what the API's description says";
        };
    }
}
