package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.domain.Digests;
import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code manifest.json}: the format, the version's name and the SHA-256 of every other file.
 *
 * @param format of the whole folder
 * @param version the as-of day and the first 12 hexadecimal digits of the SHA-256 of {@code files}
 * @param files SHA-256 by file name
 */
public record Manifest(int format, String version, SortedMap<String, String> files) {

    public static final String NAME = "manifest.json";
    static final int FORMAT = 2;
    static final int FORMAT_WITHOUT_CLASSIFIER = 1;

    private static final List<String> FILES = List.of(
            ContentsFile.NAME,
            InteractionsFile.NAME,
            SnapshotFiles.PROVENANCE,
            RankingsFile.NAME,
            SegmentsFile.NAME,
            UsersFile.NAME);

    private static final int DIGITS = 12;

    /** The files of a format, in the order of their names. */
    static List<String> files(int format) {
        if (format == FORMAT_WITHOUT_CLASSIFIER) {
            return FILES;
        }
        return Stream.of(FILES, ClassifierFiles.NAMES, RecommenderFiles.NAMES)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** The manifest of the files in a folder. */
    static Manifest of(int format, Path folder, LocalDate asOf) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : files(format)) {
            files.put(name, sha256(folder.resolve(name)));
        }
        String day = asOf.format(DateTimeFormatter.BASIC_ISO_DATE);
        return new Manifest(format, day + "-" + digest(files), files);
    }

    /** Reads and checks a version's manifest and the bytes of its files. */
    static Manifest read(Path folder) {
        Manifest manifest = parse(folder);
        manifest.files.forEach((name, digest) -> requireBytes(folder, name, digest));
        return manifest;
    }

    /** Reads and checks a version's manifest and the bytes of some of its files. */
    public static Manifest read(Path folder, String... names) {
        Manifest manifest = parse(folder);
        for (String name : names) {
            requireBytes(folder, name, String.valueOf(manifest.files.get(name)));
        }
        return manifest;
    }

    private static Manifest parse(Path folder) {
        String format =
                Json.read(folder.resolve(NAME), JsonNode.class).path("format").toString();
        if (!format.equals(String.valueOf(FORMAT_WITHOUT_CLASSIFIER))) {
            require("format", format.isEmpty() ? "none" : format, String.valueOf(FORMAT));
        }
        Manifest manifest = Json.read(folder.resolve(NAME), Manifest.class);
        require("files", List.copyOf(manifest.files.keySet()), files(manifest.format));
        require("version", manifest.version, folder.getFileName().toString());
        require("files' digest", digest(manifest.files), manifest.version.substring(manifest.version.indexOf('-') + 1));
        return manifest;
    }

    /** Whether the version has a classifier and a recommender. */
    boolean hasClassifier() {
        return format != FORMAT_WITHOUT_CLASSIFIER;
    }

    private static void requireBytes(Path folder, String name, String digest) {
        try {
            require(name + " with SHA-256", sha256(folder.resolve(name)), digest);
        } catch (IOException _) {
            throw new SnapshotException("%s is missing or unreadable; the version is broken".formatted(name));
        }
    }

    private static void require(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new SnapshotException("%s: found %s %s, expected %s".formatted(NAME, what, found, expected));
        }
    }

    private static String digest(SortedMap<String, String> files) {
        return Digests.sha256(files.toString()).substring(0, DIGITS);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Digests.hexadecimal(digest);
    }
}
