package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
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
        return Statuses.answer(exception, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(InvalidMediaTypeException exception, HttpServletRequest request) {
        return own(
                ApiException.of(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "found a Content-Type that is not valid, expected a media type with a known charset; correct the header"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(InvalidParameterException exception, HttpServletRequest request) {
        return own(
                ApiException.of(
                        ProblemKind.UNREADABLE_REQUEST,
                        "found parameters that cannot be decoded, expected percent-encoded UTF-8"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(MultipartException exception, HttpServletRequest request) {
        return own(
                ApiException.of(
                        ProblemKind.BROKEN_BODY,
                        "found a multipart body that cannot be read, expected whole parts and their boundary; send it again"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> address(RequestRejectedException exception, HttpServletRequest request) {
        return Statuses.answer(HttpStatus.BAD_REQUEST, request, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception exception, HttpServletRequest request) {
        // the address may name a user; the route does not
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("{} {} failed", request.getMethod(), route, exception);
        return Statuses.answer(HttpStatus.INTERNAL_SERVER_ERROR, request, request.getRequestURI());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemSentence sentence = sentence(exception, status);
        ResponseEntity<ProblemDetail> answer =
                Statuses.answer(status, sentence, ((ServletWebRequest) request).getRequest());
        // the headers of an exception may be read-only
        HttpHeaders own = new HttpHeaders();
        own.addAll(headers);
        own.addAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), own, status);
    }

    private static ProblemSentence sentence(Exception exception, HttpStatusCode status) {
        ProblemKind kind = Statuses.kind(status);
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            String expected = list(method.getSupportedMethods());
            return new ProblemSentence(
                    kind,
                    "found method %s, expected %s".formatted(method.getMethod(), expected),
                    Map.of("found", method.getMethod(), "expected", expected.replace(" or ", ", ")));
        }
        if (exception instanceof HttpMediaTypeNotSupportedException media) {
            return new ProblemSentence(
                    kind,
                    "found media type %s, expected one of %s"
                            .formatted(media.getContentType(), media.getSupportedMediaTypes()),
                    Map.of("found", String.valueOf(media.getContentType())));
        }
        if (exception instanceof MaxUploadSizeExceededException) {
            return new ProblemSentence(
                    kind,
                    "found more than 1 MiB, expected at most 1 MiB; send a smaller file or its text",
                    Map.of("mib", 1));
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return ProblemSentence.of(
                    kind, "found no parameter '%s', expected one".formatted(missing.getParameterName()));
        }
        return ProblemSentence.of(kind, Problems.detail(status));
    }

    private static String list(String @Nullable [] names) {
        return names == null ? "another method" : Arrays.stream(names).sorted().collect(Collectors.joining(" or "));
    }
}
