package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Bodies of error answers. */
final class Problems {

    private Problems() {}

    /** A problem with the members that this service's clients read, in the caller's language. */
    static ProblemDetail of(
            HttpStatusCode status,
            ProblemSentence sentence,
            String path,
            Map<String, Object> members,
            AnswerLanguage language) {
        ProblemText.@Nullable Words words = language == AnswerLanguage.FRENCH
                ? ProblemText.of(sentence.kind()).fr()
                : null;
        String detail = words == null ? sentence.english() : words.detail(sentence.values());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/docs/problems/" + sentence.kind().code()));
        problem.setInstance(instance(path));
        problem.setProperty("code", sentence.kind().code());
        problem.setProperty("success", false);
        problem.setProperty("error", detail);
        if (words != null) {
            problem.setTitle(words.title());
            problem.setProperty("detail_en", sentence.english());
        }
        members.forEach(problem::setProperty);
        return problem;
    }

    /** The path of the request as a URI; {@code /} when it is not a valid one. */
    private static URI instance(String path) {
        try {
            return new URI(path.startsWith("/") ? path : "/");
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }

    /** The message when only the status is known. */
    static String detail(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "found a request that cannot be read; /docs shows how to write it";
            case 404 -> "no such path; /docs lists them";
            case 406 -> "found an Accept header that no form of the answer meets; accept application/json";
            case 413 -> "found a body that is too large; send a smaller one";
            case 416 -> "found a Range that cannot be served; send the request without Range";
            case 417 -> "found an Expect header, expected none or 100-continue";
            case 501 -> "found an unknown method or transfer encoding; send the body plain or chunked";
            case 503 -> "the service cannot answer now; try again later";
            case 505 -> "found an unsupported version of HTTP, expected HTTP/1.1";
            default ->
                status.is5xxServerError()
                        ? "the service failed on this request; try again, and tell the operator if it fails again"
                        : "the request cannot be answered; /docs shows how to write it";
        };
    }
}
