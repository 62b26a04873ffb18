package fr.ecolhuma.etreprof.api.lists;

import java.util.List;

/** What an answer says of its list. */
final class ListStatus {

    private ListStatus() {}

    static String of(List<RecommendedContent> list) {
        return list.isEmpty() ? "no content is left: all are filtered out, excluded or already used" : "ok";
    }
}
