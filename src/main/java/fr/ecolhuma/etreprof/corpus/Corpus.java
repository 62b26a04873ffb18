package fr.ecolhuma.etreprof.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the corpus from the class path. A folder cannot be listed inside a jar, so {@code corpus/index.txt} names the
 * files, sorted, one per line, as {@code theme/slug.md}.
 */
public final class Corpus {

    private static final String FOLDER = "/corpus/";
    private static final String INDEX = "index.txt";

    private Corpus() {}

    /**
     * All texts, in the order of the index: the same on every machine.
     *
     * @throws IllegalStateException when a text named by the index is missing or cannot be parsed
     */
    public static List<CorpusText> load() {
        return index().stream()
                .map(path -> CorpusFile.parse(path, resource(path)))
                .toList();
    }

    static List<String> index() {
        return resource(INDEX).lines().toList();
    }

    private static String resource(String path) {
        try (InputStream in = Corpus.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "corpus text %s: found no file, expected one: regenerate the index".formatted(path));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
