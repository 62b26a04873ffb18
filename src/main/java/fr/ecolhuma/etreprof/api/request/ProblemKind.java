package fr.ecolhuma.etreprof.api.request;

import fr.ecolhuma.etreprof.api.request.ApiException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of problem that the service answers. Its name is the answer's {@code code}; its texts stand in
 * {@code problems.yaml} of {@code api.problem}.
 */
public enum ProblemKind {
    UNREADABLE_REQUEST(Kind.BAD_REQUEST),
    NOT_AN_INTEGER(Kind.BAD_REQUEST),
    OUT_OF_RANGE(Kind.BAD_REQUEST),
    NOT_A_DATE(Kind.BAD_REQUEST),
    MALFORMED_VALUE(Kind.BAD_REQUEST),
    UNKNOWN_VALUE(Kind.BAD_REQUEST),
    UNKNOWN_PARAMETER(Kind.BAD_REQUEST),
    BROKEN_JSON(Kind.BAD_REQUEST),
    UNEXPECTED_JSON(Kind.BAD_REQUEST),
    BROKEN_BODY(Kind.BAD_REQUEST),
    UNEXPECTED_BODY(Kind.BAD_REQUEST),
    NO_KEY(Kind.UNAUTHORIZED),
    UNKNOWN_KEY(Kind.UNAUTHORIZED),
    FORBIDDEN_ROLE(Kind.FORBIDDEN),
    OTHER_USER(Kind.FORBIDDEN),
    PAGE_NOT_ALLOWED(Kind.FORBIDDEN),
    CALL_FROM_PAGE(Kind.FORBIDDEN, Kind.UNAUTHORIZED),
    RELAYED_CALL(Kind.FORBIDDEN, Kind.UNAUTHORIZED),
    OTHER_MACHINE(Kind.FORBIDDEN, Kind.UNAUTHORIZED),
    NO_SUCH_PATH(Kind.NOT_FOUND),
    UNKNOWN_USER(Kind.NOT_FOUND),
    UNKNOWN_CONTENT(Kind.NOT_FOUND),
    UNKNOWN_SEGMENT(Kind.NOT_FOUND),
    UNKNOWN_VERSION(Kind.NOT_FOUND, Kind.CONFLICT),
    UNKNOWN_JOB(Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED(Kind.METHOD),
    NOT_ACCEPTABLE(Kind.ACCEPT),
    ALREADY_RUNNING(Kind.CONFLICT),
    RUN_CANCELLED(Kind.CONFLICT),
    NOT_CANCELLABLE(Kind.CONFLICT),
    OUTDATED_CURSOR(Kind.CONFLICT),
    NO_TOKEN_SECRET(Kind.CONFLICT),
    TOO_LARGE(Kind.TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED),
    NO_CONTENT(Kind.UNUSABLE),
    UNUSABLE_DOCUMENT(Kind.UNUSABLE, Kind.BAD_REQUEST),
    UNUSABLE_EXPORT(Kind.UNUSABLE),
    UNUSABLE_VERSION(Kind.UNUSABLE),
    GATES_REFUSED(Kind.UNUSABLE),
    IDEMPOTENCY_KEY_REUSED(Kind.UNUSABLE),
    TOO_MANY_REQUESTS(Kind.TOO_MANY),
    FAILED(Kind.FAILED),
    UNSUPPORTED_HTTP(Kind.TRANSFER, Kind.EXPECTATION, Kind.PROTOCOL),
    BUSY(Kind.UNAVAILABLE),
    NOT_READY(Kind.UNAVAILABLE),
    DISK_FULL(Kind.FULL);

    // made by List.of, which nobody can change
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Kind> statuses;

    private final String code;

    ProblemKind(Kind... statuses) {
        this.statuses = List.of(statuses);
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with a code. */
    public static Optional<ProblemKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Its word in answers, addresses and texts. */
    public String code() {
        return code;
    }

    /** What the answer's status tells; the usual one first. */
    public List<Kind> statuses() {
        return statuses;
    }
}
