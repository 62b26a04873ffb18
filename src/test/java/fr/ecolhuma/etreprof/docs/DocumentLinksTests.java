package fr.ecolhuma.etreprof.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents and the code point to is there, and the front page stays a page. */
class DocumentLinksTests {

    private static final int MOST_LINES = 150;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    /** A document of the project: by a path under docs, or by a name in capitals, which no sample file has. */
    private static final Pattern NAMED = Pattern.compile("docs/[a-z0-9/_-]+\\.md|(?<![\\w-])[A-Z][A-Z_]+\\.md");

    private static final List<Path> CODE = Stream.of("src", "bench", "deploy", ".ci", "pom.xml", "Dockerfile")
            .map(Path::of)
            .toList();

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md") && !file.toString().contains("/corpus/");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "src/main/java")) {
            files(Path.of(name)).stream().filter(DocumentLinksTests::isDocument).forEach(documents::add);
        }
        return documents;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }

    /** The anchors of a document's headings, as GitHub makes them. */
    private static List<String> anchors(Path document) throws IOException {
        return text(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            for (MatchResult link : LINK.matcher(text(document)).results().toList()) {
                if (!link.group(1).contains("://")) {
                    assertLeadsSomewhere(document, link.group(1), link.group(2));
                }
            }
        }
    }

    private static void assertLeadsSomewhere(Path document, String path, String anchor) throws IOException {
        Path folder = document.toAbsolutePath().getParent();
        Path target = path.isEmpty() ? document : folder.resolve(path).normalize();
        assertThat(target).as("a link of %s", document).exists();
        if (anchor != null) {
            assertThat(anchors(target)).as("a link of %s to %s", document, path).contains(anchor);
        }
    }

    @Test
    void everyDocumentThatIsNamedIsThere() throws IOException {
        List<Path> all = documents();
        List<String> names =
                all.stream().map(document -> document.getFileName().toString()).toList();
        List<Path> naming = new ArrayList<>(all);
        for (Path root : CODE) {
            files(root).stream()
                    .filter(file -> !file.toString().contains("/corpus/"))
                    .forEach(naming::add);
        }
        List<String> missing = new ArrayList<>();
        for (Path file : naming) {
            for (MatchResult named : NAMED.matcher(text(file)).results().toList()) {
                boolean there = named.group().contains("/")
                        ? Files.exists(Path.of(named.group()))
                        : names.contains(named.group());
                if (!there) {
                    missing.add("%s names %s".formatted(file, named.group()));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRoomAndTestOfTheGuideIsThere() throws IOException {
        Path code = Path.of("src/main/java/fr/ecolhuma/etreprof");
        List<Path> tests = files(Path.of("src/test/java"));
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("CONTRIBUTING.md"))) {
            for (String name : quoted(line)) {
                if (name.matches("[a-z]+(\\.[a-z]+)*") && !Files.isDirectory(code.resolve(name.replace('.', '/')))) {
                    missing.add("room " + name);
                }
                if (name.matches("[A-Z]\\w*…?\\w*Tests") && !isTest(name, tests)) {
                    missing.add("test " + name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The names in a table's last column, where rooms and tests stand. */
    private static List<String> quoted(String line) {
        int last = line.startsWith("|") ? line.lastIndexOf('|', line.length() - 2) : line.length();
        return Pattern.compile("`([^`]+)`")
                .matcher(line.substring(last))
                .results()
                .map(quote -> quote.group(1))
                .toList();
    }

    /** Whether a class has this name, in which "…" stands for anything; XTests stands for all of them. */
    private static boolean isTest(String name, List<Path> tests) {
        Pattern file = Pattern.compile(name.replace("…", "\\w*") + "\\.java");
        return name.equals("XTests")
                || tests.stream()
                        .anyMatch(test ->
                                file.matcher(test.getFileName().toString()).matches());
    }

    @Test
    void theFrontPageIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(MOST_LINES);
    }
}
