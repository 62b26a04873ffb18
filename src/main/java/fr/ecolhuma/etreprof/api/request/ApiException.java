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

    /** What its status tells. */
    public enum Kind {
        /** It cannot be understood. */
        BAD_REQUEST,
        /** The caller did not send a valid key. */
        UNAUTHORIZED,
        /** The caller may not do this. */
        FORBIDDEN,
        /** It names something that does not exist. */
        NOT_FOUND,
        /** No path of this name takes its method. */
        METHOD,
        /** No form of the answer is one that it accepts. */
        ACCEPT,
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
        /** It expects what the service does not do. */
        EXPECTATION,
        /** Its body comes in an encoding that the service does not read. */
        TRANSFER,
        /** It is of another version of HTTP. */
        PROTOCOL,
        /** The service failed, and the operator has to repair it. */
        FAILED,
        /** A disk is full. */
        FULL,
        /** It cannot be answered now, but later. */
        UNAVAILABLE
    }

    @Serial
    private static final long serialVersionUID = 1;

    private final ProblemKind problem;
    private final Kind kind;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, Object> values = new LinkedHashMap<>();

    private ApiException(ProblemKind problem, Kind kind, String detail, @Nullable Duration retryAfter) {
        // refused calls are many when the service has to save its time
        super(detail, null, false, kind != Kind.TOO_MANY && kind != Kind.UNAVAILABLE);
        this.problem = problem;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** A problem with the usual status of its kind. */
    public static ApiException of(ProblemKind problem, String detail) {
        return of(problem, problem.statuses().getFirst(), detail);
    }

    /** A problem whose kind has several statuses. */
    public static ApiException of(ProblemKind problem, Kind kind, String detail) {
        return new ApiException(problem, kind, detail, null);
    }

    /** A problem that is over after some seconds. */
    public static ApiException later(ProblemKind problem, String detail, long retryAfterSeconds) {
        return new ApiException(problem, problem.statuses().getFirst(), detail, Duration.ofSeconds(retryAfterSeconds));
    }

    /** The same with one more member in the answer. */
    public ApiException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** The same with a value of its detail, for the sentence in another language. */
    public ApiException value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public ProblemKind problem() {
        return problem;
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

    /** The values of its detail by name, members among them. */
    public Map<String, Object> values() {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.putAll(values);
        return all;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
