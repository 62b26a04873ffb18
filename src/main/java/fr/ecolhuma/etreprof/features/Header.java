package fr.ecolhuma.etreprof.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column names of an export, checked against what is required of it. */
record Header(List<String> names) {

    /** Required columns by role. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "users", List.of("id", "json_niveau", "created_at"),
            "contents", List.of("id", "type", "title"),
            "interactions", List.of("user_id", "type", "content_type", "content_id", "created_at"),
            "topics", List.of("id", "reduced topics"));

    static Header of(ExportFile file, List<String> raw) {
        List<String> names = raw.stream().map(Header::name).toList();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer first = seen.putIfAbsent(names.get(i), i);
            if (first != null && !names.get(i).isEmpty()) {
                throw new ExportException("%s, line 1: column '%s' stands twice (places %d and %d); expected once"
                        .formatted(file.name(), names.get(i), first + 1, i + 1));
            }
        }
        for (String column : REQUIRED.getOrDefault(file.role(), List.of())) {
            if (!names.contains(column)) {
                throw new ExportException("%s, line 1: required column '%s' is missing; found %s"
                        .formatted(file.name(), column, shown(names)));
            }
        }
        return new Header(names);
    }

    private static String name(String raw) {
        return (raw.startsWith("\uFEFF") ? raw.substring(1) : raw).strip();
    }

    private static String shown(List<String> names) {
        String all = String.join(", ", names);
        return all.length() <= 300 ? all : all.substring(0, 300) + "…";
    }
}
