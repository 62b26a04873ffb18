package fr.ecolhuma.etreprof.ingestion.file;

import fr.ecolhuma.etreprof.domain.Defi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The column names of an export, checked against the required ones.
 *
 * @param role the role of the export
 * @param names stripped, in the order of the file
 */
public record Header(String role, List<String> names) {

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "users", List.of("id", "json_niveau", "created_at"),
            "contents", List.of("id", "type", "title"),
            "interactions", List.of("user_id", "type", "content_type", "content_id", "created_at"),
            "topics", List.of("id", "reduced topics"));

    private static final Map<String, List<String>> OPTIONAL = Map.of(
            "users", List.of("locale", "codepostal", "pays", "anciennete", "json_discipline", "json_etablissement"),
            "contents",
                    Stream.concat(
                                    Stream.of("markdown", "etat", "niveaux", "created_at", "published_at"),
                                    Defi.COLUMNS.stream())
                            .toList(),
            "interactions", List.of("id"),
            "topics", List.of("type"));

    public static Header of(ExportFile file, List<String> raw) {
        List<String> names = raw.stream().map(String::strip).toList();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer first = seen.putIfAbsent(names.get(i), i);
            if (first != null && !names.get(i).isEmpty()) {
                throw new ExportException("%s, line 1: column '%s' occurs twice (places %d and %d), expected once"
                        .formatted(file.name(), names.get(i), first + 1, i + 1));
            }
        }
        for (String column : REQUIRED.getOrDefault(file.role(), List.of())) {
            if (!names.contains(column)) {
                throw new ExportException("%s, line 1: required column '%s' is missing; found %s"
                        .formatted(file.name(), column, shown(names)));
            }
        }
        return new Header(file.role(), names);
    }

    /** Whether the extraction reads the column at a place; of a file without a role it reads all columns. */
    public boolean isRead(int place) {
        String name = names.get(place);
        return !REQUIRED.containsKey(role)
                || REQUIRED.getOrDefault(role, List.of()).contains(name)
                || OPTIONAL.getOrDefault(role, List.of()).contains(name);
    }

    private static String shown(List<String> names) {
        String all = String.join(", ", names);
        return all.length() <= 300 ? all : all.substring(0, 300) + "…";
    }
}
