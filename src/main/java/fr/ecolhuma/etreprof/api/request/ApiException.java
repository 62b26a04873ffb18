package fr.ecolhuma.etreprof.api.request;

import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with an error; the message is the answer's detail. {@code api.problem} gives it its
 * status.
 */
public final class ApiException extends RuntimeException {

    /** What is wrong. */
    public enum Kind {
        /** It cannot be understood. */
        BAD_REQUEST,
        /** The caller did not send a valid key. */
        UNAUTHORIZED,
        /** The caller may not do this. */
        FORBIDDEN,
        /** It names something that does not exist. */
        NOT_FOUND,
        /** It cannot be done while something else is running. */
        CONFLICT,
        /** Its body is too large. */
        TOO_LARGE,
        /** Its body has an unsupported media type. */
        UNSUPPORTED,
        /** It can be read, but not used. */
        UNUSABLE,
        /** The caller makes more requests than it may. */
        TOO_MANY,
        /** The service failed, and the operator has to repair it. */
        FAILED,
        /** A disk is full. */
        FULL,
        /** It cannot be answered now, but later. */
        UNAVAILABLE
    }

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private ApiException(Kind kind, String detail, @Nullable Duration retryAfter) {
        // refused calls are many when the service has to save its time
        super(detail, null, false, kind != Kind.TOO_MANY && kind != Kind.UNAVAILABLE);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    private ApiException(Kind kind, String detail) {
        this(kind, detail, null);
    }

    /** {@link Kind#BAD_REQUEST}. */
    public static ApiException badRequest(String detail) {
        return new ApiException(Kind.BAD_REQUEST, detail);
    }

    /** {@link Kind#NOT_FOUND}. */
    public static ApiException notFound(String detail) {
        return new ApiException(Kind.NOT_FOUND, detail);
    }

    /** {@link Kind#UNAUTHORIZED}. */
    public static ApiException unauthorized(String detail) {
        return new ApiException(Kind.UNAUTHORIZED, detail);
    }

    /** {@link Kind#FORBIDDEN}. */
    public static ApiException forbidden(String detail) {
        return new ApiException(Kind.FORBIDDEN, detail);
    }

    /** {@link Kind#CONFLICT}. */
    public static ApiException conflict(String detail) {
        return new ApiException(Kind.CONFLICT, detail);
    }

    /** {@link Kind#UNSUPPORTED}. */
    public static ApiException unsupported(String detail) {
        return new ApiException(Kind.UNSUPPORTED, detail);
    }

    /** {@link Kind#TOO_LARGE}. */
    public static ApiException tooLarge(String detail) {
        return new ApiException(Kind.TOO_LARGE, detail);
    }

    /** {@link Kind#UNUSABLE}. */
    public static ApiException unusable(String detail) {
        return new ApiException(Kind.UNUSABLE, detail);
    }

    /** {@link Kind#UNAVAILABLE}. */
    public static ApiException unavailable(String detail, int retryAfterSeconds) {
        return new ApiException(Kind.UNAVAILABLE, detail, Duration.ofSeconds(retryAfterSeconds));
    }

    /** {@link Kind#TOO_MANY}. */
    public static ApiException tooMany(String detail, long retryAfterSeconds) {
        return new ApiException(Kind.TOO_MANY, detail, Duration.ofSeconds(retryAfterSeconds));
    }

    /** {@link Kind#FAILED}. */
    public static ApiException failed(String detail) {
        return new ApiException(Kind.FAILED, detail);
    }

    /** {@link Kind#FULL}. */
    public static ApiException full(String detail) {
        return new ApiException(Kind.FULL, detail);
    }

    /** The same with one more member in the answer. */
    public ApiException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** When the caller may try again; null when the answer does not say so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public Map<String, Object> members() {
        return members;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
