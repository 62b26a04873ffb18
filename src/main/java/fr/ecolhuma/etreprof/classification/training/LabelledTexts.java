package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts labelled by hand with a theme, a défi or {@code none}. Lines with the same text are one content, with the theme
 * and all the défis of its lines.
 */
public final class LabelledTexts {

    private final String file;
    private final Map<String, Integer> themes = Taxonomy.load().themeIdsByName();
    private final Map<String, Labels> labels = new LinkedHashMap<>();

    private LabelledTexts(String file) {
        this.file = file;
    }

    /** The labels of one text so far; null where no line has named any. */
    private static final class Labels {

        private final LabelledText first;
        private @Nullable String theme;
        private @Nullable List<String> defis;

        private Labels(LabelledText first) {
            this.first = first;
        }

        private LabelledContent content() {
            return new LabelledContent(first.id(), "", first.text(), theme, defis);
        }
    }

    /**
     * The contents of a file.
     *
     * @param file JSONL or JSONL.gz, one {@code {"id", "label", "text"}} per line; a label is the id, code or name of a
     *     theme, the code of a défi, or {@code none} for a text without défi; a label that names both a theme and a défi
     *     counts as both
     * @throws ClassifierException if the file cannot be read, a label is unknown, or two lines contradict each other
     */
    public static List<LabelledContent> read(Path file) {
        LabelledTexts texts = new LabelledTexts(String.valueOf(file.getFileName()));
        LabelledFile.read(file).forEach(texts::add);
        return texts.labels.values().stream().map(Labels::content).toList();
    }

    private void add(LabelledText text) {
        String label = text.labels().getFirst();
        @Nullable Integer theme = themes.get(label.toLowerCase(Locale.ROOT));
        boolean none = label.equals(DefiFit.NONE);
        boolean defi = Taxonomy.load().defiByCode(label) != null;
        if (theme == null && !none && !defi) {
            throw new ClassifierException(
                    "%s: found the label '%s' at id %s, expected a theme, a défi or 'none'; evaluate-classifier takes any label"
                            .formatted(file, label, text.id()));
        }
        Labels known = labels.computeIfAbsent(text.text().strip(), unseen -> new Labels(text));
        if (theme != null) {
            addTheme(known, Taxonomy.load().theme(theme).code(), text.id());
        }
        if (defi || none) {
            addDefi(known, label, text.id());
        }
    }

    private void addTheme(Labels known, String theme, String id) {
        if (known.theme != null && !known.theme.equals(theme)) {
            throw contradiction(known, id, known.theme, theme, "a text has one theme");
        }
        known.theme = theme;
    }

    private void addDefi(Labels known, String defi, String id) {
        List<String> before = known.defis;
        boolean none = defi.equals(DefiFit.NONE);
        if (before != null && before.isEmpty() != none) {
            String other = before.isEmpty() ? DefiFit.NONE : before.getFirst();
            throw contradiction(known, id, other, defi, "a text has défis or none");
        }
        List<String> all = new ArrayList<>(before == null ? List.of() : before);
        if (!none && !all.contains(defi)) {
            all.add(defi);
        }
        known.defis = all;
    }

    private ClassifierException contradiction(Labels known, String id, String one, String other, String rule) {
        return new ClassifierException(
                "%s: found the same text as '%s' at id %s and as '%s' at id %s; %s, keep one line"
                        .formatted(file, one, known.first.id(), other, id, rule));
    }
}
