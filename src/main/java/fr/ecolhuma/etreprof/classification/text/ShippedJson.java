package fr.ecolhuma.etreprof.classification.text;

import fr.ecolhuma.etreprof.domain.ShippedFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that are part of the service. */
public final class ShippedJson {

    private ShippedJson() {}

    /** Reads a file from the folder of the given class. */
    public static <T> T read(Class<?> reader, String name, TypeReference<T> type) {
        return JsonMapper.shared().readValue(ShippedFile.text(reader, name), type);
    }
}
