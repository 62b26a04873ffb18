package fr.ecolhuma.etreprof.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that are part of the service. */
final class ShippedJson {

    private ShippedJson() {}

    /** Reads a file beside this class. */
    static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = ShippedJson.class.getResourceAsStream(name)) {
            return JsonMapper.shared().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
