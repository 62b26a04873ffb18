package fr.ecolhuma.etreprof.api.edge.form;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import org.jspecify.annotations.Nullable;

/** The formats that {@code ?format=} names. */
public enum AnswerFormat {
    JSON,
    CSV;

    /**
     * The format of a name; null when none is named.
     *
     * @throws ApiException 400 if there is no such format
     */
    public static @Nullable AnswerFormat of(@Nullable String name) {
        return switch (name) {
            case null -> null;
            case "json" -> JSON;
            case "csv" -> CSV;
            default ->
                throw ApiException.of(
                                ProblemKind.UNKNOWN_VALUE,
                                "format: found '%s', expected one of [json, csv]".formatted(Shown.of(name)))
                        .value("parameter", AsSheet.PARAMETER)
                        .value("found", Shown.of(name))
                        .value("expected", "json, csv");
        };
    }
}
