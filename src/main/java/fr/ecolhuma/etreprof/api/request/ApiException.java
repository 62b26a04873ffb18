package fr.ecolhuma.etreprof.api.request;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that is answered with an error; the message is the answer's detail. */
public final class ApiException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient HttpHeaders headers = new HttpHeaders();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private ApiException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    /** A request that cannot be understood. */
    public static ApiException badRequest(String detail) {
        return new ApiException(HttpStatus.BAD_REQUEST, detail);
    }

    /** Something that is not there. */
    public static ApiException notFound(String detail) {
        return new ApiException(HttpStatus.NOT_FOUND, detail);
    }

    /** A caller who did not say, or did not prove, who he is. */
    public static ApiException unauthorized(String detail) {
        ApiException exception = new ApiException(HttpStatus.UNAUTHORIZED, detail);
        exception.headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"etreprof\"");
        return exception;
    }

    /** A caller who may not do this. */
    public static ApiException forbidden(String detail) {
        return new ApiException(HttpStatus.FORBIDDEN, detail);
    }

    /** Something that cannot be done while something else goes on. */
    public static ApiException conflict(String detail) {
        return new ApiException(HttpStatus.CONFLICT, detail);
    }

    /** A body of a kind that is not read. */
    public static ApiException unsupported(String detail) {
        return new ApiException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    /** A body that is too large. */
    public static ApiException tooLarge(String detail) {
        return new ApiException(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    /** Input that can be read and cannot be used. */
    public static ApiException unusable(String detail) {
        return new ApiException(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** Something that works later. */
    public static ApiException unavailable(String detail, int retryAfterSeconds) {
        ApiException exception = new ApiException(HttpStatus.SERVICE_UNAVAILABLE, detail);
        exception.headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
        return exception;
    }

    /** More requests than the caller may make. */
    public static ApiException tooMany(String detail, long retryAfterSeconds) {
        ApiException exception = new ApiException(HttpStatus.TOO_MANY_REQUESTS, detail);
        exception.headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
        return exception;
    }

    /** A failure on the server's side that the operator has to mend. */
    public static ApiException failed(String detail) {
        return new ApiException(HttpStatus.INTERNAL_SERVER_ERROR, detail);
    }

    /** The same with one member more in the answer. */
    public ApiException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public Map<String, Object> members() {
        return members;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
