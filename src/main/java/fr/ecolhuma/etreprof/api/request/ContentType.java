package fr.ecolhuma.etreprof.api.request;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The declared media type of a body. */
public final class ContentType {

    private ContentType() {}

    /**
     * The media type; null when nothing is declared.
     *
     * @throws org.springframework.http.InvalidMediaTypeException if it is not valid or its charset is unknown
     */
    public static @Nullable MediaType of(@Nullable String declared) {
        return declared == null || declared.isBlank() ? null : MediaType.parseMediaType(declared);
    }
}
