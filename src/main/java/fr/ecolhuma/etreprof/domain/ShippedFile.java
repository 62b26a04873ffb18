package fr.ecolhuma.etreprof.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that are part of the service, kept in the folder of the class that reads them. */
public final class ShippedFile {

    private ShippedFile() {}

    /**
     * The text of a file in UTF-8.
     *
     * @param reader the class in whose folder the file is
     * @param name the file's name, or its path from that folder
     * @throws IllegalStateException if the jar does not hold the file
     */
    public static String text(Class<?> reader, String name) {
        try (InputStream in = reader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource %s is missing from the jar".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
