package fr.ecolhuma.etreprof.api.lists;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** The status of a list in an answer. */
public enum ListStatus {
    /** There is a list. */
    OK("ok"),
    /** The list of a segment is empty. */
    NO_CONTENT_PASSES("no content passes the filters"),
    /** A personal list is empty. */
    NO_CONTENT_LEFT("no content is left: all are filtered out, excluded or already used");

    private final String code;

    ListStatus(String code) {
        this.code = code;
    }

    /** The text of the status in answers. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Of a personal list. */
    static ListStatus of(List<RecommendedContent> list) {
        return list.isEmpty() ? NO_CONTENT_LEFT : OK;
    }

    /** Of the list of a segment. */
    static ListStatus ofSegment(List<?> list) {
        return list.isEmpty() ? NO_CONTENT_PASSES : OK;
    }
}
