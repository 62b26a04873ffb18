package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ecolhuma.etreprof.features.count.TopicTable;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Small exports in a folder of their own, and their extraction, which must leave nothing behind. */
final class ExportFolder {

    static final String USERS = "id,json_niveau,created_at\n";
    static final String CONTENTS = "id,type,title\n";
    static final String INTERACTIONS = "id,user_id,type,content_type,content_id,created_at\n";
    static final EngineSettings SETTINGS =
            new EngineSettings(null, Instant.parse("2025-07-09T18:00:00Z"), 300L << 20, 2);

    final Path folder;
    private final Path temporary;
    private String users = "users.csv";
    private String contents = "contents.csv";
    private String interactions = "interactions.csv";
    private @Nullable String topics;

    ExportFolder(Path folder) {
        this.folder = folder;
        temporary = folder.resolve("temporary");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One user, one content, one event, all sound. */
    static ExportFolder sound(Path folder) {
        return new ExportFolder(folder)
                .with("users.csv", USERS + "1,\"[\"\"CP\"\"]\",2024-01-01 00:00:00\n")
                .with("contents.csv", CONTENTS + "1,article,Lire\n")
                .with("interactions.csv", INTERACTIONS + event(1));
    }

    /** The exports of the oracle. */
    static ExportFolder oracle(Path folder) {
        ExportFolder exports = new ExportFolder(folder);
        for (String name : List.of("users.csv", "contents.csv", "interactions.csv", "topics.csv")) {
            exports.with(name, oracleFile(name));
        }
        return exports.topics("topics.csv");
    }

    static String oracleFile(String name) {
        try (InputStream in = ExportFolder.class.getResourceAsStream("oracle/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sound row of the events' export. */
    static String event(long id) {
        return id + ",1,page_view,Contenu,1,2025-07-01 10:00:00\n";
    }

    /** Sound rows of the events' export, ids from first to last. */
    static String events(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(ExportFolder::event).collect(Collectors.joining());
    }

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    ExportFolder with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ExportFolder with(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Names or addresses of the three exports, in place of the usual ones. */
    ExportFolder named(String users, String contents, String interactions) {
        this.users = users;
        this.contents = contents;
        this.interactions = interactions;
        return this;
    }

    ExportFolder topics(String name) {
        topics = name;
        return this;
    }

    Features extract() {
        return extract(SETTINGS);
    }

    Features extract(@Nullable LocalDate asOf, String now) {
        return extract(new EngineSettings(asOf, Instant.parse(now), 300L << 20, 2));
    }

    Features extract(EngineSettings settings) {
        return extract(
                new Exports(
                        location(users),
                        location(contents),
                        location(interactions),
                        topics == null ? null : location(topics)),
                settings);
    }

    /** The extraction of exports elsewhere, for which this folder is the temporary disk. */
    Features extract(Exports exports) {
        return extract(exports, SETTINGS);
    }

    private Features extract(Exports exports, EngineSettings settings) {
        String usual = System.setProperty("java.io.tmpdir", temporary.toString());
        try {
            return FeatureExtraction.extract(exports, settings);
        } finally {
            System.setProperty("java.io.tmpdir", usual);
            assertThat(leftBehind()).isEmpty();
        }
    }

    /** The refusal's message, which must not tell where files are or what classes are called. */
    String refusal() {
        String message =
                catchThrowableOfType(ExportException.class, this::extract).getMessage();
        assertThat(message)
                .doesNotContain(folder.toString(), "Exception", "java", "duckdb", "DuckDB", "c0", "read_csv");
        return message;
    }

    RowAccount account(String role) {
        RowAccounts accounts = extract().accounts();
        return switch (role) {
            case "users" -> accounts.users();
            case "contents" -> accounts.contents();
            case "interactions" -> accounts.events();
            default -> throw new IllegalArgumentException(role);
        };
    }

    private String location(String name) {
        return name.contains("://") ? name : folder.resolve(name).toString();
    }

    private List<Path> leftBehind() {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Themes, one of four a content: the topics file's, else the digit that ends the title after a {@code #}. */
    static List<Integer> themes(List<Content> contents) {
        return contents.stream().map(ExportFolder::theme).toList();
    }

    /** Contents used by theme. */
    static TopicTable topics(Features features) {
        return features.uses().topics(themes(features.contents()), 4);
    }

    private static int theme(Content content) {
        String topic = content.topic();
        if (topic != null) {
            return Integer.parseInt(topic);
        }
        int mark = content.title().lastIndexOf('#');
        return mark < 0 ? -1 : Integer.parseInt(content.title().substring(mark + 1));
    }
}
