package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The status and the headers of each kind of problem. */
final class Statuses {

    private Statuses() {}

    /** The answer to a request that is refused. */
    static ResponseEntity<ProblemDetail> answer(ApiException refusal, HttpServletRequest request) {
        HttpHeaders headers = headers(refusal);
        return answer(
                of(refusal.kind()),
                headers,
                ProblemSentence.of(refusal),
                refusal.members(),
                request,
                request.getRequestURI());
    }

    /** The answer with a status that Spring gives. */
    static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, ProblemSentence sentence, HttpServletRequest request) {
        return answer(status, new HttpHeaders(), sentence, Map.of(), request, request.getRequestURI());
    }

    /** The answer when only the status is known. */
    static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, HttpServletRequest request, String path) {
        return answer(status, new HttpHeaders(), ProblemSentence.of(status), Map.of(), request, path);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status,
            HttpHeaders headers,
            ProblemSentence sentence,
            Map<String, Object> members,
            HttpServletRequest request,
            String path) {
        AnswerLanguage language = AnswerLanguage.of(request);
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(status)
                .headers(headers)
                .body(Problems.of(status, sentence, path, members, language));
    }

    private static HttpHeaders headers(ApiException refusal) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal.kind() == ApiException.Kind.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"etreprof\"");
        }
        if (refusal.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfter().toSeconds()));
        }
        return headers;
    }

    static HttpStatus of(ApiException.Kind kind) {
        return switch (kind) {
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD -> HttpStatus.METHOD_NOT_ALLOWED;
            case ACCEPT -> HttpStatus.NOT_ACCEPTABLE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case EXPECTATION -> HttpStatus.EXPECTATION_FAILED;
            case TRANSFER -> HttpStatus.NOT_IMPLEMENTED;
            case PROTOCOL -> HttpStatus.HTTP_VERSION_NOT_SUPPORTED;
            case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
            case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** The kind of problem when only the status is known. */
    static ProblemKind kind(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ProblemKind.NO_SUCH_PATH;
            case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
            case 406 -> ProblemKind.NOT_ACCEPTABLE;
            case 413 -> ProblemKind.TOO_LARGE;
            case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            case 417, 501, 505 -> ProblemKind.UNSUPPORTED_HTTP;
            case 503 -> ProblemKind.BUSY;
            case 507 -> ProblemKind.DISK_FULL;
            default -> status.is5xxServerError() ? ProblemKind.FAILED : ProblemKind.UNREADABLE_REQUEST;
        };
    }
}
