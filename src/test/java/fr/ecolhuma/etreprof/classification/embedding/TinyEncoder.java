package fr.ecolhuma.etreprof.classification.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * An encoder of some words: a table with a vector of two numbers a word, written as ONNX by hand. Its output is one vector a
 * token; words that it does not know have (0, 0).
 */
public final class TinyEncoder {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private TinyEncoder() {}

    /** Writes both files of an embedder into a folder. */
    public static Path write(Path folder, SequencedMap<String, List<Float>> words) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer(List.copyOf(words.keySet())));
        Files.write(folder.resolve("model.onnx"), model(List.copyOf(words.values())));
        return folder;
    }

    private static String tokenizer(List<String> words) {
        String entries = words.stream()
                .map(word -> "\"%s\": %d".formatted(word, words.indexOf(word) + 1))
                .collect(Collectors.joining(", "));
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": null, "decoder": null,
                 "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, %s}}}
                """.formatted(entries);
    }

    private static byte[] model(List<List<Float>> vectors) {
        byte[] table = bytes(out -> {
            number(out, 1, vectors.size() + 1L);
            number(out, 1, 2);
            number(out, 2, FLOAT);
            floats(out, 4, vectors);
            text(out, 8, "table");
        });
        byte[] lookUp = bytes(out -> {
            text(out, 1, "table");
            text(out, 1, "input_ids");
            text(out, 2, "vectors");
            text(out, 4, "Gather");
        });
        byte[] graph = bytes(out -> {
            block(out, 1, lookUp);
            text(out, 2, "tiny");
            block(out, 5, table);
            block(out, 11, value("input_ids", INT64, "1", "tokens"));
            block(out, 11, value("attention_mask", INT64, "1", "tokens"));
            block(out, 12, value("vectors", FLOAT, "1", "tokens", "2"));
        });
        return bytes(out -> {
            number(out, 1, 8);
            block(out, 7, graph);
            block(out, 8, bytes(version -> {
                text(version, 1, "");
                number(version, 2, 13);
            }));
        });
    }

    /** The description of an input or output; a size that is no number varies. */
    private static byte[] value(String name, int type, String... sizes) {
        byte[] shape = bytes(out -> {
            for (String size : sizes) {
                boolean fixed = size.chars().allMatch(Character::isDigit);
                block(
                        out,
                        1,
                        fixed ? bytes(one -> number(one, 1, Long.parseLong(size))) : bytes(one -> text(one, 2, size)));
            }
        });
        byte[] tensor = bytes(out -> {
            number(out, 1, type);
            block(out, 2, shape);
        });
        return bytes(out -> {
            text(out, 1, name);
            block(out, 2, bytes(one -> block(one, 1, tensor)));
        });
    }

    private interface Fields {

        void write(ByteArrayOutputStream out);
    }

    private static byte[] bytes(Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.write(out);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3 | VARINT);
        varint(out, value);
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        block(out, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void block(ByteArrayOutputStream out, int field, byte[] block) {
        varint(out, (long) field << 3 | BYTES);
        varint(out, block.length);
        out.writeBytes(block);
    }

    private static void floats(ByteArrayOutputStream out, int field, List<List<Float>> vectors) {
        block(out, field, bytes(packed -> {
            little(packed, 0);
            little(packed, 0);
            vectors.forEach(vector -> vector.forEach(value -> little(packed, value)));
        }));
    }

    private static void little(ByteArrayOutputStream out, float value) {
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(bits >>> shift);
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
