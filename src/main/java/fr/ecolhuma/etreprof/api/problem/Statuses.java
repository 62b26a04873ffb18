package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.ApiException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The status and the headers of each kind of refusal. */
final class Statuses {

    private Statuses() {}

    /** The answer to a request that is refused. */
    static ResponseEntity<ProblemDetail> answer(ApiException refusal, String path) {
        HttpStatus status = of(refusal.kind());
        return answer(status, headers(refusal), Problems.of(status, refusal.detail(), path, refusal.members()));
    }

    /** The answer when only the status is known. */
    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String path) {
        return answer(status, new HttpHeaders(), Problems.of(status, Problems.detail(status), path, Map.of()));
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, HttpHeaders headers, ProblemDetail body) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
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

    private static HttpStatus of(ApiException.Kind kind) {
        return switch (kind) {
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
            case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
