package fr.ecolhuma.etreprof.classification.document;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A caller's declarations about a document's bytes; each may be missing.
 *
 * @param fileName only its extension is read
 * @param mediaType such as {@code text/plain}, without parameters
 * @param charset of a text
 */
public record DocumentType(
        @Nullable String fileName,
        @Nullable String mediaType,
        @Nullable Charset charset) {

    /** A file of which only the name is known. */
    public static DocumentType named(String fileName) {
        return new DocumentType(fileName, null, null);
    }

    /** Whether it is plain text, and by no name markdown. */
    boolean isPlain() {
        return switch (extension()) {
            case "txt", "text" -> true;
            case "md", "markdown" -> false;
            default -> "text/plain".equalsIgnoreCase(mediaType);
        };
    }

    /** The file's extension in lower case without the dot; empty without one. */
    String extension() {
        int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
        return fileName == null || dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
