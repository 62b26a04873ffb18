package fr.ecolhuma.etreprof.classification.embedding;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedder of a folder, opened at its first use: a start that needs no vector does not wait for the model. */
final class LazyEmbedder implements Embedder {

    private final EmbedderFolder folder;
    private @Nullable String id;
    private @Nullable Embedder opened;

    LazyEmbedder(Path folder) {
        this.folder = new EmbedderFolder(folder);
    }

    @Override
    public synchronized String id() {
        String known = id == null ? folder.digest() : id;
        id = known;
        return known;
    }

    @Override
    public float[] embed(String text) {
        return opened().embed(text);
    }

    private synchronized Embedder opened() {
        Embedder known = opened == null ? folder.open(id()) : opened;
        opened = known;
        return known;
    }
}
