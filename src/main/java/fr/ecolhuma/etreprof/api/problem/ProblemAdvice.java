package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception of the web into an answer: what was found, what was expected and what to do. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> own(ApiException exception, HttpServletRequest request) {
        return Statuses.answer(exception, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(InvalidMediaTypeException exception, HttpServletRequest request) {
        return own(
                ApiException.unsupported(
                        "found a Content-Type that is not valid, expected a media type with a known charset; correct the header"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(InvalidParameterException exception, HttpServletRequest request) {
        return own(
                ApiException.badRequest("found parameters that cannot be decoded, expected percent-encoded UTF-8"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(MultipartException exception, HttpServletRequest request) {
        return own(
                ApiException.badRequest(
                        "found a multipart body that cannot be read, expected whole parts and their boundary; send it again"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> address(RequestRejectedException exception, HttpServletRequest request) {
        return Statuses.answer(HttpStatus.BAD_REQUEST, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception exception, HttpServletRequest request) {
        // the address may name a user; the route does not
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("{} {} failed", request.getMethod(), route, exception);
        return Statuses.answer(HttpStatus.INTERNAL_SERVER_ERROR, request.getRequestURI());
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
        // the headers of an exception may be read-only
        HttpHeaders own = new HttpHeaders();
        own.addAll(headers);
        own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, own, status);
    }

    private static String detail(Exception exception, HttpStatusCode status) {
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            return "found method %s, expected %s".formatted(method.getMethod(), list(method.getSupportedMethods()));
        }
        if (exception instanceof HttpMediaTypeNotSupportedException media) {
            return "found media type %s, expected one of %s"
                    .formatted(media.getContentType(), media.getSupportedMediaTypes());
        }
        if (exception instanceof MaxUploadSizeExceededException) {
            return "found more than 1 MiB, expected at most 1 MiB; send a smaller file or its text";
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return "found no parameter '%s', expected one".formatted(missing.getParameterName());
        }
        return Problems.detail(status);
    }

    private static String list(String @Nullable [] names) {
        return names == null ? "another method" : Arrays.stream(names).sorted().collect(Collectors.joining(" or "));
    }
}
