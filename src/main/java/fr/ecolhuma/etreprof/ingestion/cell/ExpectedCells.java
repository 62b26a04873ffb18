package fr.ecolhuma.etreprof.ingestion.cell;

import fr.ecolhuma.etreprof.domain.Defi;

/** What the cells of a column may look like, in a few words for messages; docs/exports.md says it in full. */
public final class ExpectedCells {

    private ExpectedCells() {}

    /**
     * A phrase such as {@code digits, such as 123}.
     *
     * @param export {@code users}, {@code contents}, {@code topics} or {@code events}
     * @param column its name
     */
    public static String of(String export, String column) {
        return switch (column) {
            case "id", "user_id", "content_id" -> "digits, such as 123 or 123.0";
            case "created_at", "published_at" ->
                "YYYY-MM-DD HH:MM:SS, in UTC or with an offset, of %d to next year"
                        .formatted(export.equals("users") ? Years.FIRST_SIGN_UP : Years.FIRST_EVENT);
            case "type", "content_type" -> types(export, column);
            case "anciennete" -> "years from 0 to 60, such as 5 or 5,0";
            case "json_niveau", "niveaux" -> "a list with a known level, such as [\"CP\"]";
            case "json_discipline" -> "a list of texts, such as [\"EPS\"]";
            case "json_etablissement" -> "one object, alone or in a list";
            case "codepostal" -> "up to five digits";
            case "locale" -> "a language, such as fr";
            case "etat" -> "publie, or a known state such as brouillon";
            default -> Defi.COLUMNS.contains(column) ? "1 or 0, oui or non, true or false" : "a text";
        };
    }

    private static String types(String export, String column) {
        return export.equals("events") && column.equals("type")
                ? "a known type, such as page_view"
                : "a known type, such as article or fiche-outils";
    }
}
