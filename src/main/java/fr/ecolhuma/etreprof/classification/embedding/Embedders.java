package fr.ecolhuma.etreprof.classification.embedding;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The embedders of this process: one a folder, since a model takes much memory. */
public final class Embedders {

    private static final Map<Path, Embedder> KNOWN = new ConcurrentHashMap<>();

    private Embedders() {}

    /**
     * The embedder of a folder. Nothing of the folder is read before its first use.
     *
     * @param folder of {@code model.onnx} and {@code tokenizer.json}; blank for no embedder
     */
    public static Embedder in(String folder) {
        if (folder.isBlank()) {
            return Embedder.none();
        }
        return KNOWN.computeIfAbsent(path(folder), LazyEmbedder::new);
    }

    /** What is wrong with a folder as far as it shows without opening the model. */
    public static Optional<String> problem(String folder) {
        return folder.isBlank() ? Optional.empty() : new EmbedderFolder(path(folder)).problem();
    }

    private static Path path(String folder) {
        return Path.of(folder.strip()).toAbsolutePath().normalize();
    }
}
