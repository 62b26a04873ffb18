package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.recompute.live.ErasureService;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipt of an erasure; it names no user.
 *
 * @param known whether a version has data about the user, served or on disk
 * @param erasure its id, the same for a repeated request
 * @param erasedAt when it first took effect, ISO 8601 in UTC
 * @param removedFrom the places that no longer hold the user
 * @param remains the places that still hold traces, and until when
 */
record ErasureAnswer(
        boolean success, boolean known, String erasure, String erasedAt, List<Part> removedFrom, List<Part> remains) {

    /** One place and its state. */
    record Part(String what, String note) {}

    static ErasureAnswer of(ErasureService.Receipt receipt) {
        return new ErasureAnswer(
                true,
                receipt.known(),
                receipt.erasure().id(),
                receipt.erasure().at().toString(),
                removed(receipt),
                remains(receipt));
    }

    private static List<Part> removed(ErasureService.Receipt receipt) {
        List<Part> removed = new ArrayList<>();
        if (receipt.served()) {
            removed.add(new Part("model served", "profile, counts, uses and lists"));
        }
        removed.add(new Part("data/user_cluster_assignments.csv", "written again without the user"));
        removed.add(new Part("answers of earlier dry runs", "written again without the user"));
        removed.add(new Part("later recomputes", "the user's row and events are left out of every one"));
        return removed;
    }

    private static List<Part> remains(ErasureService.Receipt receipt) {
        List<Part> remains = new ArrayList<>();
        for (String version : receipt.versions()) {
            remains.add(
                    new Part(
                            "files of model version " + version,
                            "unchanged, since the version is named by their content; the user is left out whenever they are read; until the version is deleted"));
        }
        remains.add(new Part(
                "sizes, means, centroids, weights and rankings learnt from all users",
                "they name no user; until the model of the next recompute is served"));
        remains.add(new Part(
                "files in the data folders of other instances", "written again without the user at their next poll"));
        remains.add(new Part(
                "list of erasures", "the user's id only, to leave the user out of later recomputes; permanently"));
        remains.add(new Part("exports of the platform", "this service does not change them; erase the user there"));
        return remains;
    }
}
