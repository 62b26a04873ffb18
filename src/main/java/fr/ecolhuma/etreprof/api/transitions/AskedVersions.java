package fr.ecolhuma.etreprof.api.transitions;

import fr.ecolhuma.etreprof.api.problem.ApiException;
import fr.ecolhuma.etreprof.api.problem.Shown;
import fr.ecolhuma.etreprof.snapshot.PastModel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two versions that a caller wants compared, by name or by a day: the last version that counts until its end. */
record AskedVersions(String from, String to) {

    /**
     * What is asked for; without {@code to} what is served, without {@code from} the version before the other.
     *
     * @param all the versions that are kept, the earliest first
     * @throws ApiException 400 if a value is neither a version nor a day, 404 if there is no such version
     */
    static AskedVersions of(List<PastModel> all, String served, @Nullable String from, @Nullable String to) {
        String after = to == null ? served : version(all, "to", to);
        return new AskedVersions(from == null ? before(all, after) : version(all, "from", from), after);
    }

    private static String before(List<PastModel> all, String version) {
        int place = all.stream().map(PastModel::version).toList().indexOf(version);
        if (place < 1) {
            throw ApiException.notFound(
                    "from: found no version before %s; recompute, or name two versions".formatted(version));
        }
        return all.get(place - 1).version();
    }

    private static String version(List<PastModel> all, String name, String asked) {
        if (asked.matches("\\d{8}-[0-9a-f]{12}")) {
            return all.stream()
                    .map(PastModel::version)
                    .filter(asked::equals)
                    .findFirst()
                    .orElseThrow(() -> ApiException.notFound(
                            "%s: found no version %s; GET /clusters/history lists those that are kept"
                                    .formatted(name, asked)));
        }
        LocalDate day = day(name, asked);
        return all.stream()
                .filter(model -> !model.asOf().toLocalDate().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(PastModel::version)
                .orElseThrow(() -> ApiException.notFound("%s: found no version of %s or earlier".formatted(name, day)));
    }

    private static LocalDate day(String name, String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeParseException e) {
            throw ApiException.badRequest(
                    "%s: found '%s', expected a version such as 20250710-0123456789ab or a day such as 2025-07-10"
                            .formatted(name, Shown.of(asked)));
        }
    }
}
