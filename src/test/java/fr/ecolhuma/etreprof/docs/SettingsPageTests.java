package fr.ecolhuma.etreprof.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} has every variable that {@code application.yml} reads, with its default, and no other. */
class SettingsPageTests {

    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):([^}]*)}");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z][A-Z0-9_]*)` \\| ([^|]*) \\| [^|]+ \\|");
    private static final Pattern VALUE = Pattern.compile("`([^`]*)`");
    private static final String NONE = "none";
    private static final String TABLE = "| variable | default | meaning |";

    /** By variable, every default that the file gives it: profiles may differ. */
    private static Map<String, TreeSet<String>> read() throws IOException {
        Map<String, TreeSet<String>> defaults = new TreeMap<>();
        READ.matcher(Files.readString(Path.of("src/main/resources/application.yml")))
                .results()
                .forEach(variable -> defaults.computeIfAbsent(variable.group(1), unseen -> new TreeSet<>())
                        .add(variable.group(2).isEmpty() ? NONE : variable.group(2)));
        return defaults;
    }

    /** The rows of the tables that show defaults. */
    private static List<MatchResult> rows() throws IOException {
        List<MatchResult> rows = new ArrayList<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(Path.of("docs/settings.md"))) {
            inTable = line.equals(TABLE) || (inTable && line.startsWith("|"));
            ROW.matcher(inTable ? line : "").results().forEach(rows::add);
        }
        return rows;
    }

    private static TreeSet<String> defaults(String cell) {
        TreeSet<String> values = new TreeSet<>();
        VALUE.matcher(cell).results().forEach(value -> values.add(value.group(1)));
        if (cell.equals(NONE)) {
            values.add(NONE);
        }
        return values;
    }

    @Test
    void thePageHasEveryVariableWithItsDefault() throws IOException {
        Map<String, TreeSet<String>> shown = new TreeMap<>();
        for (MatchResult row : rows()) {
            assertThat(shown.put(row.group(1), defaults(row.group(2))))
                    .as("%s stands in two rows", row.group(1))
                    .isNull();
        }
        assertThat(shown).containsExactlyInAnyOrderEntriesOf(read());
    }
}
