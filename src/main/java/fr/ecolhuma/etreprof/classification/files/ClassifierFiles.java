package fr.ecolhuma.etreprof.classification.files;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.embedding.EmbedderException;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.LogisticRegression;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.serving.DefiHead;
import fr.ecolhuma.etreprof.classification.serving.SchoolHead;
import fr.ecolhuma.etreprof.classification.serving.ThemeHead;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A classifier on disk: {@code classifier.json} (labels, calibration, thresholds, card), {@code classifier_terms.tsv}
 * (each head's terms and their idf) and {@code classifier_weights.bin} (float32, little-endian: the themes' rows,
 * the défis' rows, then the school's; one row per label, one number per term).
 */
public final class ClassifierFiles {

    /** The names of the files. */
    public static final List<String> NAMES = List.of("classifier.json", TermsFile.NAME, WeightsFile.NAME);

    private static final int FORMAT = 4;

    /** Format 3 has no {@code embedder}: a classifier without one is written in it. */
    private static final int WITHOUT_EMBEDDER = 3;

    /** Formats 1 and 2 have no {@code school}. */
    private static final int WITHOUT_SCHOOL = 2;

    /** Format 1 has no {@code defi_calibration} on the card. */
    private static final int OLDEST_FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ClassifierFiles() {}

    /** Writes the three files into a folder. */
    public static void write(Path folder, ContentClassifier classifier) throws IOException {
        Description description = new Description(
                format(classifier),
                description(classifier.themes()),
                description(classifier.defis()),
                classifier.school() == null ? null : description(classifier.school()),
                classifier.embedder().exists() ? classifier.embedder().id() : null,
                classifier.card(),
                List.copyOf(new TreeSet<>(classifier.learnt())));
        Files.writeString(
                folder.resolve(NAMES.get(0)), JSON.writeValueAsString(description) + "\n", StandardCharsets.UTF_8);
        List<Head> heads = new ArrayList<>(
                List.of(classifier.themes().head(), classifier.defis().head()));
        if (classifier.school() != null) {
            heads.add(classifier.school().head());
        }
        TermsFile.write(folder, heads.stream().map(Head::vocabulary).toList());
        WeightsFile.write(folder, heads.stream().map(Head::model).toList());
    }

    private static Description.Themes description(ThemeHead themes) {
        return new Description.Themes(
                themes.head().model().labels(),
                biases(themes.head()),
                themes.head().vocabulary().titleWeight(),
                themes.curve(),
                themes.slope(),
                themes.threshold());
    }

    private static Description.Defis description(DefiHead defis) {
        return new Description.Defis(
                defis.head().model().labels(),
                biases(defis.head()),
                defis.head().vocabulary().titleWeight(),
                defis.lines(),
                defis.threshold());
    }

    private static Description.SchoolPart description(SchoolHead school) {
        return new Description.SchoolPart(
                biases(school.head()), school.head().vocabulary().titleWeight(), school.threshold());
    }

    private static int format(ContentClassifier classifier) {
        if (classifier.embedder().exists()) {
            return FORMAT;
        }
        if (classifier.school() != null) {
            return WITHOUT_EMBEDDER;
        }
        return classifier.card().defiCalibration() == null ? OLDEST_FORMAT : WITHOUT_SCHOOL;
    }

    private static List<Double> biases(Head head) {
        return head.model().heads().stream().map(LogisticRegression.Fit::bias).toList();
    }

    /**
     * Reads the three files of a folder.
     *
     * @param embedder the embedder of this service; a classifier that has learnt without one does not use it
     * @throws ClassifierException if a file differs from how it was written, or the classifier has learnt with another
     *     embedder
     */
    public static ContentClassifier read(Path folder, Embedder embedder) {
        Description description = description(folder);
        Description.Themes themes = description.themes();
        Description.Defis defis = description.defis();
        Taxonomy taxonomy = Taxonomy.load();
        requireThemes(
                themes.labels(), taxonomy.themes().stream().map(Theme::code).toList());
        require("défis", defis.labels(), taxonomy.defis().stream().map(Defi::code));
        List<Head> heads = heads(folder, description);
        Description.SchoolPart school = description.school();
        return new ContentClassifier(
                new ThemeHead(heads.get(0), themes.curve(), themes.slope(), themes.threshold()),
                new DefiHead(heads.get(1), defis.lines(), defis.threshold()),
                school == null ? null : new SchoolHead(heads.get(2), school.threshold()),
                description.card(),
                Set.copyOf(description.learnt()),
                embedder(description.embedder(), embedder));
    }

    private static Embedder embedder(@Nullable String learnt, Embedder given) {
        if (learnt == null) {
            return Embedder.none();
        }
        if (!learnt.equals(id(given))) {
            throw new ClassifierException(
                    "%s: found the embedder %s, expected %s, with which it has learnt; set ETREPROF_EMBEDDER_DIR to its folder"
                            .formatted(NAMES.get(0), id(given), learnt));
        }
        return given;
    }

    private static String id(Embedder embedder) {
        try {
            return embedder.id();
        } catch (EmbedderException e) {
            throw new ClassifierException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Head> heads(Path folder, Description description) {
        Description.Themes themes = description.themes();
        Description.Defis defis = description.defis();
        List<Double> titleWeights = new ArrayList<>(List.of(themes.titleWeight(), defis.titleWeight()));
        List<List<String>> labels = new ArrayList<>(List.of(themes.labels(), defis.labels()));
        List<List<Double>> biases = new ArrayList<>(List.of(themes.biases(), defis.biases()));
        if (description.school() != null) {
            titleWeights.add(description.school().titleWeight());
            labels.add(List.of(SchoolHead.LABEL));
            biases.add(description.school().biases());
        }
        List<Vocabulary> vocabularies = TermsFile.read(folder, titleWeights);
        List<LinearModel> models = WeightsFile.read(folder, vocabularies, labels, biases);
        return IntStream.range(0, models.size())
                .mapToObj(i -> head(vocabularies.get(i), models.get(i)))
                .toList();
    }

    private static Description description(Path folder) {
        String name = NAMES.get(0);
        try {
            String text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
            JsonNode tree = JSON.readTree(text);
            int format = tree.path("format").asInt(0);
            if (format < OLDEST_FORMAT || format > FORMAT) {
                throw new ClassifierException("%s: found format %s, expected %d to %d"
                        .formatted(
                                name,
                                tree.path("format").isMissingNode() ? "none" : tree.path("format"),
                                OLDEST_FORMAT,
                                FORMAT));
            }
            if (format == OLDEST_FORMAT && tree.path("card") instanceof ObjectNode card) {
                card.putNull("defi_calibration");
            }
            if (format <= WITHOUT_SCHOOL && tree instanceof ObjectNode whole) {
                whole.putNull("school");
            }
            if (format <= WITHOUT_EMBEDDER && tree instanceof ObjectNode whole) {
                whole.putNull("embedder");
            }
            return JSON.treeToValue(tree, Description.class);
        } catch (IOException e) {
            throw new ClassifierException(
                    "%s is missing or unreadable; restore it, or train the classifier again".formatted(name));
        } catch (JacksonException e) {
            throw new ClassifierException(
                    "%s: found other JSON than expected; restore it, or train the classifier again".formatted(name));
        }
    }

    private static Head head(Vocabulary vocabulary, LinearModel model) {
        return new Head(vocabulary, model, vocabulary.hasRuns());
    }

    /** A classifier learnt before a theme was added does not know it. */
    private static void requireThemes(List<String> found, List<String> codes) {
        int known = found.size();
        require("themes", found, codes.subList(0, Math.min(known, codes.size())).stream());
    }

    private static void require(String what, List<String> found, Stream<String> codes) {
        List<String> expected = codes.sorted().toList();
        if (!found.equals(expected)) {
            throw new ClassifierException(
                    "%s: found the %s %s, expected %s".formatted(NAMES.get(0), what, found, expected));
        }
    }
}
