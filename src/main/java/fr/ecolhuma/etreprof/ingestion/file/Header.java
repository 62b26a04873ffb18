package fr.ecolhuma.etreprof.ingestion.file;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The column names of an export, checked against the required ones.
 *
 * @param role the role of the export
 * @param names in the order of the file, stripped; a known name is written as it is known, whatever its case in the file
 * @param doubled names that occur more than once; none of them is read
 */
public record Header(String role, List<String> names, Set<String> doubled) {

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

    /** How no name of a column begins; what stands in a row must not be shown. */
    private static final String FIRST_OF_CELLS = "0123456789[{";

    public static Header of(ExportFile file, List<String> raw) {
        List<String> names = names(file.role(), raw);
        Set<String> seen = new HashSet<>();
        Set<String> doubled = names.stream()
                .filter(name -> !seen.add(name) && !name.isEmpty())
                .collect(Collectors.toSet());
        names.stream()
                .filter(name -> doubled.contains(name) && isKnown(file.role(), name))
                .findFirst()
                .ifPresent(name -> {
                    throw twice(file, names, name);
                });
        for (String column : REQUIRED.getOrDefault(file.role(), List.of())) {
            if (!names.contains(column)) {
                throw missing(file, names, column);
            }
        }
        return new Header(file.role(), names, doubled);
    }

    /** How many of a file's columns have a name that is known for its role. */
    static int known(String role, List<String> raw) {
        return (int) names(role, raw).stream()
                .distinct()
                .filter(name -> isKnown(role, name))
                .count();
    }

    /** How many cells a row must have: those up to the last column with a name. */
    static int named(List<String> names) {
        int count = names.size();
        while (count > 0 && names.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    private static List<String> names(String role, List<String> raw) {
        List<String> bare = raw.stream().map(Texts::bare).toList();
        return bare.stream()
                .map(name -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    return isKnown(role, lower) && !bare.contains(lower) ? lower : name;
                })
                .toList();
    }

    private static boolean isKnown(String role, String name) {
        return REQUIRED.getOrDefault(role, List.of()).contains(name)
                || OPTIONAL.getOrDefault(role, List.of()).contains(name);
    }

    /** Whether the extraction reads the column at a place; of a file without a role it reads all columns. */
    public boolean isRead(int place) {
        return !REQUIRED.containsKey(role) || isKnown(role, names.get(place));
    }

    /** The refusal of a column that is read and occurs twice. */
    static ExportException twice(ExportFile file, List<String> names, String column) {
        int[] places = IntStream.range(0, names.size())
                .filter(place -> names.get(place).equals(column))
                .map(place -> place + 1)
                .limit(2)
                .toArray();
        return new ExportException("%s, line %d: column '%s' occurs twice (places %d and %d), expected once"
                .formatted(file.name(), file.form().headerLine(), column, places[0], places[1]));
    }

    private static ExportException missing(ExportFile file, List<String> names, String column) {
        boolean cells = names.stream().anyMatch(name -> !name.isEmpty() && FIRST_OF_CELLS.indexOf(name.charAt(0)) >= 0);
        if (cells && names.stream().noneMatch(name -> isKnown(file.role(), name))) {
            return new ExportException("%s, line %d: found a row, expected a header line with the columns %s"
                    .formatted(
                            file.name(),
                            file.form().headerLine(),
                            String.join(", ", REQUIRED.getOrDefault(file.role(), List.of()))));
        }
        String separator = names.size() == 1 ? "; columns are separated by commas, semicolons or tabs" : "";
        return new ExportException("%s, line %d: required column '%s' is missing; found %s%s"
                .formatted(file.name(), file.form().headerLine(), column, shown(names), separator));
    }

    private static String shown(List<String> names) {
        String all = String.join(", ", names);
        return all.length() <= 300 ? all : all.substring(0, 300) + "…";
    }
}
