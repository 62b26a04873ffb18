package fr.ecolhuma.etreprof.classification.embedding;

import fr.ecolhuma.etreprof.domain.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The two files of an embedder.
 *
 * @param path of the folder
 */
record EmbedderFolder(Path path) {

    static final String MODEL = "model.onnx";
    static final String TOKENIZER = "tokenizer.json";
    private static final List<String> NAMES = List.of(MODEL, TOKENIZER);
    private static final int ID_DIGITS = 16;

    /** The file that is missing or unreadable. */
    Optional<String> problem() {
        return NAMES.stream()
                .filter(name -> !Files.isReadable(path.resolve(name)))
                .findFirst()
                .map(EmbedderFolder::unreadable);
    }

    private static String unreadable(String name) {
        return "the embedder: found no readable %s, expected %s and %s in one folder; correct ETREPROF_EMBEDDER_DIR or leave it out"
                .formatted(name, MODEL, TOKENIZER);
    }

    /**
     * The start of the SHA-256 of both files.
     *
     * @throws EmbedderException if one is missing or unreadable
     */
    String digest() {
        MessageDigest sha = Digests.sha256();
        for (String name : NAMES) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(path.resolve(name)), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                throw new EmbedderException(unreadable(name));
            }
        }
        return Digests.hexadecimal(sha).substring(0, ID_DIGITS);
    }

    /**
     * Opens the model.
     *
     * @throws EmbedderException if this build has no runtime for it, or the files are not a model of texts
     */
    Embedder open(String id) {
        try {
            return OnnxEmbedder.open(id, path.resolve(MODEL), path.resolve(TOKENIZER));
        } catch (NoClassDefFoundError _) {
            throw new EmbedderException(
                    "the embedder: found a build without the ONNX runtime; build it with mvn package -Dembedder=true, or leave ETREPROF_EMBEDDER_DIR out");
        }
    }
}
