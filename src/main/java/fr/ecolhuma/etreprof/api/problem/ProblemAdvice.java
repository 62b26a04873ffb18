package fr.ecolhuma.etreprof.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every exception as an answer that says what was found, what was expected and what to do. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int SHOWN = 60;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> own(ApiException exception, HttpServletRequest request) {
        ProblemDetail body =
                Problems.of(exception.status(), exception.detail(), request.getRequestURI(), exception.members());
        return ResponseEntity.status(exception.status())
                .headers(exception.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception exception, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        String detail = "the service failed on this request; try again, and tell its operator if it lasts";
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(status, detail, request.getRequestURI(), Map.of()));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String path = ((ServletWebRequest) request).getRequest().getRequestURI();
        ProblemDetail problem = Problems.of(status, detail(exception, status), path, Map.of());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, headers, status);
    }

    private static String detail(Exception exception, HttpStatusCode status) {
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return "%s: found '%s', expected %s"
                    .formatted(
                            mismatch.getPropertyName(),
                            shown(mismatch.getValue()),
                            expected(mismatch.getRequiredType()));
        }
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            return "found method %s, expected %s".formatted(method.getMethod(), list(method.getSupportedMethods()));
        }
        if (exception instanceof HttpMediaTypeNotSupportedException media) {
            return "found media type %s, expected one of %s"
                    .formatted(media.getContentType(), media.getSupportedMediaTypes());
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return "the parameter '%s' is missing".formatted(missing.getParameterName());
        }
        return byStatus(status);
    }

    private static String byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "the request cannot be read; expected what the API's description says";
            case 404 -> "nothing is at this address; the API's description lists the addresses";
            case 406 -> "no form of the answer is acceptable to the caller; ask for application/json";
            case 413 -> "the request's body is too large";
            case 503 -> "the service cannot answer now; try again later";
            default ->
                status.is5xxServerError()
                        ? "the service failed on this request; try again, and tell its operator if it lasts"
                        : "the request cannot be answered; expected what the API's description says";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        boolean integer = type == int.class || type == long.class || type == Integer.class || type == Long.class;
        return integer ? "an integer" : type == boolean.class ? "true or false" : "another value";
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String list(String @Nullable [] names) {
        return names == null ? "another one" : Arrays.stream(names).sorted().collect(Collectors.joining(" or "));
    }
}
