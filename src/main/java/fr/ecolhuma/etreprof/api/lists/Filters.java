package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.domain.Theme;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a request; its refusals list the valid values. */
public final class Filters {

    private static final List<Stage> STAGES = List.copyOf(EnumSet.complementOf(EnumSet.of(Stage.AUTRE)));

    private Filters() {}

    /**
     * The filter; null means any.
     *
     * @param stage a stage's code
     * @throws ApiException 400 if a value is unknown
     */
    public static ContentFilter of(
            Snapshot snapshot,
            @Nullable String theme,
            @Nullable String defi,
            @Nullable String type,
            @Nullable String stage) {
        return new ContentFilter(
                theme(snapshot, theme),
                defi(snapshot, defi),
                type(snapshot, type),
                stage == null ? null : stage("niveau", stage));
    }

    /**
     * The stage of a code; levels outside of school have none.
     *
     * @param name of the parameter, for the message
     * @throws ApiException 400 if it is not one of the five
     */
    public static Stage stage(String name, String code) {
        return STAGES.stream()
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        unknown(name, code, STAGES.stream().map(Stage::code).toList()));
    }

    private static @Nullable Integer theme(Snapshot snapshot, @Nullable String theme) {
        if (theme == null) {
            return null;
        }
        Integer id = snapshot.taxonomy().themeIdsByName().get(theme.toLowerCase(Locale.ROOT));
        if (id == null) {
            throw unknown(
                    "theme",
                    theme,
                    snapshot.taxonomy().themes().stream().map(Theme::code).toList());
        }
        return id;
    }

    private static @Nullable String defi(Snapshot snapshot, @Nullable String defi) {
        if (defi != null && snapshot.taxonomy().defiByCode(defi) == null) {
            throw unknown(
                    "defi",
                    defi,
                    snapshot.taxonomy().defis().stream().map(Defi::code).toList());
        }
        return defi;
    }

    private static @Nullable String type(Snapshot snapshot, @Nullable String type) {
        if (type == null) {
            return null;
        }
        String meant = NamedTypes.meant(snapshot, type);
        if (!NamedTypes.isThere(snapshot, meant)) {
            throw unknown("type", type, NamedTypes.all(snapshot));
        }
        return meant;
    }

    /** The refusal of a value that there is not, with those that there are. */
    static ApiException unknown(String filter, String found, List<String> values) {
        return ApiException.of(
                        ProblemKind.UNKNOWN_VALUE,
                        "%s: found '%s', expected one of %s".formatted(filter, Shown.of(found), values))
                .value("parameter", filter)
                .value("found", Shown.of(found))
                .value("expected", String.join(", ", values));
    }
}
