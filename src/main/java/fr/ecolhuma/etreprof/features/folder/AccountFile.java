package fr.ecolhuma.etreprof.features.folder;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.ecolhuma.etreprof.features.engine.SqlDigest;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code account.json}, in snake case; a field that is not known is skipped, a missing one is refused. */
final class AccountFile {

    static final String NAME = "account.json";

    private static final int SHOWN = 12;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(unset -> JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .build();

    private AccountFile() {}

    /** Writes it in one step, so that it is there whole or not at all. */
    static void write(Path folder, CountsAccount account) throws IOException {
        Path part = folder.resolve(NAME + ".part");
        Files.writeString(part, MAPPER.writeValueAsString(account) + "\n");
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads it.
     *
     * @throws ExportException if there is none, or it is not of counts that this version can use
     */
    static CountsAccount read(Path folder) {
        String name = folder.getFileName() + "/" + NAME;
        try {
            JsonNode tree = MAPPER.readTree(Files.readString(folder.resolve(NAME)));
            requireUsable(name, tree);
            return MAPPER.treeToValue(tree, CountsAccount.class);
        } catch (IOException _) {
            throw new ExportException(
                    "%s: found no such file, expected one, since it is written last; wait until counting has ended, or count again"
                            .formatted(name));
        } catch (JacksonException e) {
            throw new ExportException("%s: %s; expected the fields of format %d; count again"
                    .formatted(name, reason(e), CountsAccount.FORMAT));
        }
    }

    private static void requireUsable(String name, JsonNode tree) {
        int format = tree.path("format").asInt(0);
        if (format != CountsAccount.FORMAT) {
            throw new ExportException("%s: found format %s, expected %d; count again with this version"
                    .formatted(name, format == 0 ? "none" : String.valueOf(format), CountsAccount.FORMAT));
        }
        String sql = tree.path("sql").asString("");
        if (!sql.equals(SqlDigest.current())) {
            throw new ExportException(
                    "%s: found counts made by other SQL (%s), expected this version's (%s); count again with this version"
                            .formatted(name, shown(sql), shown(SqlDigest.current())));
        }
    }

    private static String shown(String digest) {
        return digest.isEmpty() ? "none" : digest.substring(0, Math.min(SHOWN, digest.length()));
    }

    private static String reason(JacksonException failure) {
        String field = failure instanceof DatabindException databind
                        && !databind.getPath().isEmpty()
                ? String.valueOf(databind.getPath().getFirst().getPropertyName())
                : "";
        return field.isEmpty() || field.equals("null")
                ? "found no JSON, or a field is missing"
                : "the field %s is missing or not of its type".formatted(field);
    }
}
