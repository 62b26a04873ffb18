package fr.ecolhuma.etreprof.corpus;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Parses a markdown file that opens with a YAML block between two lines of three dashes. */
final class CorpusFile {

    private static final Pattern FILE = Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*)\\z", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("([a-z_]+)/([a-z0-9-]+)\\.md");

    private final String path;
    private final Map<?, ?> values;

    private CorpusFile(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static CorpusText parse(String path, String file) {
        Matcher name = PATH.matcher(path);
        Matcher parts = FILE.matcher(file);
        if (!name.matches() || !parts.matches()) {
            throw broken(path, "no front matter or an odd name", "theme/slug.md that opens with ---");
        }
        CorpusFile front = new CorpusFile(path, yaml(path, parts.group(1)));
        if (!front.text("theme").equals(name.group(1))) {
            throw broken(path, "theme " + front.text("theme"), "the name of its folder");
        }
        return new CorpusText(
                name.group(2),
                front.text("title"),
                front.text("type"),
                front.text("theme"),
                front.texts("defis"),
                front.texts("niveaux"),
                parts.group(2).strip());
    }

    private static Map<?, ?> yaml(String path, String block) {
        try {
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(block);
            if (parsed instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YAMLException e) {
            throw new IllegalStateException(
                    "corpus text %s: found YAML that cannot be read, expected keys and values".formatted(path), e);
        }
        throw broken(path, "no keys", "title, type, theme, defis and niveaux");
    }

    private String text(String key) {
        @Nullable Object value = values.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw broken(path, key + " = " + value, "a text");
    }

    private List<String> texts(String key) {
        @Nullable Object value = values.get(key);
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw broken(path, key + " = " + value, "a list of texts");
    }

    private static IllegalStateException broken(String path, String found, String expected) {
        return new IllegalStateException("corpus text %s: found %s, expected %s".formatted(path, found, expected));
    }
}
