package fr.ecolhuma.etreprof.ingestion.warehouse;

/** An answer of BigQuery's API that is no result. Its own message is left out, since it may hold data. */
final class ApiFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    /**
     * A failure.
     *
     * @param status of the answer
     * @param reason BigQuery's word for it, empty for none
     */
    ApiFailure(int status, String reason) {
        super(status + " " + reason);
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    /** Whether the same request may succeed a moment later. */
    boolean isPassing() {
        return status == 429
                || status >= 500
                || reason.equals("rateLimitExceeded")
                || reason.equals("backendError")
                || reason.equals("jobBackendError");
    }
}
