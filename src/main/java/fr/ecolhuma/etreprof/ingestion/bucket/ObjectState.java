package fr.ecolhuma.etreprof.ingestion.bucket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object as it was when it was first asked for.
 *
 * @param generation the number of its state: each change gives another one
 * @param size in bytes
 * @param checksum CRC32C of its bytes, as Base64; empty where the server has none
 */
record ObjectState(String generation, long size, String checksum) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The state that an answer of the API describes. */
    static ObjectState of(Path answer) throws IOException {
        try {
            JsonNode fields = JSON.readTree(Files.readString(answer));
            return new ObjectState(
                    fields.path("generation").asString("0"),
                    Long.parseLong(fields.path("size").asString("")),
                    fields.path("crc32c").asString(""));
        } catch (JacksonException | NumberFormatException e) {
            throw new IOException("not a description of an object", e);
        }
    }

    /** Whether a file has its bytes. */
    boolean isWhole(Path file) throws IOException {
        return Files.size(file) == size && (checksum.isEmpty() || checksum.equals(checksumOf(file)));
    }

    private static String checksumOf(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        byte[] bytes =
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
