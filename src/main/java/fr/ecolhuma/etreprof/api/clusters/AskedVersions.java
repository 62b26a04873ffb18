package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.Moments;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.PastModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two versions that a caller wants to compare. Each is given by its name, or by a day: the version that was live at
 * the end of that day.
 */
record AskedVersions(String from, String to) {

    private static final String EXPECTED = "a version such as 20250710-0123456789ab or a day such as 2025-07-10";

    /**
     * Reads the request. {@code to} defaults to the version served, {@code from} to the version before {@code to}.
     *
     * @param all every version that is kept, the earliest first
     * @param live which version was live when, the earliest first; a version that is not in it is dated by its as-of
     * @throws ApiException 400 if a value is neither a version nor a day, 404 if there is no such version
     */
    static AskedVersions of(
            List<PastModel> all,
            List<ModelHistory.Entry> live,
            String served,
            @Nullable String from,
            @Nullable String to) {
        List<ModelHistory.Entry> kept = live.stream()
                .filter(entry -> all.stream().anyMatch(one -> one.version().equals(entry.version())))
                .toList();
        String after = to == null ? served : version(all, kept, "to", to);
        return new AskedVersions(from == null ? before(all, kept, after) : version(all, kept, "from", from), after);
    }

    private static String before(List<PastModel> all, List<ModelHistory.Entry> live, String version) {
        List<String> names = live.stream().map(ModelHistory.Entry::version).toList();
        for (int i = names.lastIndexOf(version) - 1; i >= 0; i--) {
            if (!names.get(i).equals(version)) {
                return names.get(i);
            }
        }
        int place = all.stream().map(PastModel::version).toList().indexOf(version);
        if (place < 1) {
            throw ApiException.of(
                    ProblemKind.UNKNOWN_VERSION,
                    "from: found no version before %s; recompute, or name two versions".formatted(version));
        }
        return all.get(place - 1).version();
    }

    private static String version(List<PastModel> all, List<ModelHistory.Entry> live, String name, String asked) {
        if (asked.matches("\\d{8}-[0-9a-f]{12}")) {
            return all.stream()
                    .map(PastModel::version)
                    .filter(asked::equals)
                    .findFirst()
                    .orElseThrow(() -> ApiException.of(
                                    ProblemKind.UNKNOWN_VERSION,
                                    "%s: found no version %s; GET /clusters/history lists the versions"
                                            .formatted(name, asked))
                            .value("parameter", name)
                            .value("found", asked));
        }
        LocalDate day = Moments.day(name, asked, EXPECTED);
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Optional<String> then = live.stream()
                .filter(entry -> entry.at().isBefore(end))
                .map(ModelHistory.Entry::version)
                .reduce((earlier, later) -> later);
        if (then.isPresent()) {
            return then.get();
        }
        return all.stream()
                .filter(model -> !model.asOf().toLocalDate().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(PastModel::version)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_VERSION,
                                "%s: found no version of %s or earlier".formatted(name, day))
                        .value("parameter", name)
                        .value("day", day));
    }
}
