package fr.ecolhuma.etreprof.api.models;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a version in the service. */
enum VersionStatus {
    /** It is served. */
    LIVE("live"),
    /** It was live before. */
    PREVIOUS("previous"),
    /** It was never live. */
    CANDIDATE("candidate"),
    /** It cannot be read. */
    BROKEN("broken");

    private final String code;

    VersionStatus(String code) {
        this.code = code;
    }

    /** Its name in answers. */
    @JsonValue
    String code() {
        return code;
    }
}
