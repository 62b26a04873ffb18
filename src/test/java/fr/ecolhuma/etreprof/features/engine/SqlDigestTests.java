package fr.ecolhuma.etreprof.features.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.ingestion.cell.Years;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlDigestTests {

    private static final Path SQL = Path.of("src/main/resources/fr/ecolhuma/etreprof/features/engine/sql");

    /** What the rules of typing were when they had the number that typing.txt gives. */
    private static final String RULES_1 = "f1c032f0013581f8331ab1b1614eb79b2e2c30496bf006606854a5d2416dec7a";

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The sum of {@code cat sql/typing.txt sql/counting/*.sql | sha256sum}, by which any engine's author finds it. */
    @Test
    void itIsTheSumOfTheFilesInTheOrderOfTheirNames() throws Exception {
        StringBuilder all = new StringBuilder(Files.readString(SQL.resolve("typing.txt")));
        for (Path file : files()) {
            all.append(Files.readString(file));
        }
        assertThat(SqlDigest.current()).isEqualTo(sha256(all.toString())).matches("[0-9a-f]{64}");
    }

    @Test
    void noCountingQueryIsLeftOut() throws IOException {
        assertThat(files().stream().map(file -> file.getFileName().toString().replace(".sql", "")))
                .isEqualTo(SqlDigest.COUNTING);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(SQL.resolve("counting"))) {
            return all.sorted().toList();
        }
    }

    /**
     * What a cell means is said in each engine's own way, so that its texts are no part of the digest. If this fails because a
     * cell means something else than before, raise the number in typing.txt; then, or if the meaning is as it was, record the
     * new sum here.
     */
    @Test
    void theRulesOfTypingHaveTheNumberThatIsGiven() throws Exception {
        StringBuilder rules = new StringBuilder();
        for (String name : List.of("cells", "read_interactions", "usual_time")) {
            rules.append(Files.readString(SQL.resolve("duckdb").resolve(name + ".sql")));
        }
        Years years = Years.ofEvents(2026);
        rules.append(EventTypes.ALL)
                .append(EventTypes.byStem())
                .append(EventTypes.PLACES)
                .append(EventTypes.contentsByStem())
                .append(years.first())
                .append(years.last());
        assertThat(Files.readString(SQL.resolve("typing.txt"))).startsWith("Typing rules 1.\n");
        assertThat(sha256(rules.toString())).isEqualTo(RULES_1);
    }
}
