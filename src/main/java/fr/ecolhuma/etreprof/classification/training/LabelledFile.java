package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.text.ByteLines;
import fr.ecolhuma.etreprof.classification.text.SourceText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labelled texts from JSONL, gzipped or not; each refusal names the file and the line. */
public final class LabelledFile {

    private static final String EXPECTED = "expected {\"id\": …, \"label\": …, \"text\": …}";

    private final String name;

    private LabelledFile(Path file) {
        this.name = String.valueOf(file.getFileName());
    }

    /** All texts of a file, at least one. */
    public static List<LabelledText> read(Path file) {
        return new LabelledFile(file).texts(file);
    }

    private List<LabelledText> texts(Path file) {
        List<LabelledText> texts = new ArrayList<>();
        try (ByteLines lines = ByteLines.open(file)) {
            readAll(lines, texts);
        } catch (NoSuchFileException e) {
            throw new ClassifierException(name + ": no such file; expected labelled texts as JSONL or JSONL.gz");
        } catch (IOException e) {
            throw new ClassifierException(name + ": cannot be read; expected a readable JSONL or JSONL.gz file");
        }
        if (texts.isEmpty()) {
            throw new ClassifierException("%s: found no texts; %s per line".formatted(name, EXPECTED));
        }
        return List.copyOf(texts);
    }

    private void readAll(ByteLines lines, List<LabelledText> texts) throws IOException {
        try {
            String line = lines.next();
            while (line != null) {
                if (!line.isBlank()) {
                    texts.add(parsed(line, lines.number()));
                }
                line = lines.next();
            }
        } catch (CharacterCodingException e) {
            throw refusal(lines.number(), "not UTF-8; save the file as UTF-8");
        } catch (ZipException | EOFException e) {
            throw refusal(lines.number(), "the gzip data is broken or cut short; copy the file again");
        }
    }

    private LabelledText parsed(String line, int number) {
        JsonNode node = tree(line, number);
        if (!node.isObject()) {
            throw refusal(number, "found no JSON object, " + EXPECTED);
        }
        String label = label(required(node, "label", number));
        if (label.isEmpty()) {
            throw refusal(number, "\"label\" is blank, expected at least one word");
        }
        String text = required(node, "text", number);
        return new LabelledText(required(node, "id", number), text, List.of(label), 1);
    }

    /** Without blanks of any kind around it, and each accent written in one way. */
    private static String label(String written) {
        return Normalizer.normalize(SourceText.of(written).text().strip(), Normalizer.Form.NFC);
    }

    private JsonNode tree(String line, int number) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw refusal(number, "broken JSON at column %d, %s".formatted(column, EXPECTED));
        }
    }

    private String required(JsonNode node, String field, int number) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw refusal(number, "found no \"%s\", %s".formatted(field, EXPECTED));
        }
        boolean scalar = value.isString() || (!field.equals("text") && value.isValueNode());
        if (!scalar) {
            throw refusal(number, "\"%s\" is not a string, %s".formatted(field, EXPECTED));
        }
        if (value.asString().isBlank()) {
            throw refusal(number, "\"%s\" is blank, expected at least one word".formatted(field));
        }
        return value.asString();
    }

    private ClassifierException refusal(int line, String what) {
        return new ClassifierException("%s, line %d: %s".formatted(name, line, what));
    }
}
