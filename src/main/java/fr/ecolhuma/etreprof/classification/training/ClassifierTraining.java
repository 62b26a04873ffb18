package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.judging.HeldOut;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.linear.LogisticRegression;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.serving.SchoolHead;
import fr.ecolhuma.etreprof.domain.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/** Learns the heads from the shipped texts, the lexicon and contents labelled elsewhere. */
final class ClassifierTraining {

    private static final int DIGEST_DIGITS = 16;

    private final TrainingTexts themes;
    private final TrainingTexts defis;
    private final TrainingTexts school;
    private final int shipped;
    private final int own;

    ClassifierTraining(List<LabelledContent> own) {
        List<LabelledContent> texts = ShippedTexts.load();
        Lexicon lexicon = Lexicon.load();
        this.themes = TrainingTexts.ofThemes(texts, own, lexicon);
        this.defis = TrainingTexts.ofDefis(texts, own, lexicon);
        this.school = TrainingTexts.ofSchool(texts, own, lexicon);
        this.shipped = texts.size();
        this.own = own.size();
    }

    /** A classifier, and the scores of its heads for contents they had not seen. */
    record Result(ContentClassifier classifier, HeldOut themes, HeldOut defis) {}

    Result train(TermReader reader, ExecutorService executor) {
        ThemeFit.Result themeFit = ThemeFit.fit(
                reader.analyzed(themes.contents(), ThemeFit.SETTINGS.characters(), executor),
                reader.analyzed(themes.phrases(), ThemeFit.SETTINGS.characters(), executor),
                themes.alsoRight(),
                executor);
        DefiFit.Result defiFit = DefiFit.fit(
                reader.analyzed(defis.contents(), DefiFit.SETTINGS.characters(), executor),
                defis.own(),
                reader.analyzed(defis.phrases(), DefiFit.SETTINGS.characters(), executor),
                executor);
        SchoolHead schoolHead = SchoolFit.fit(
                reader.analyzed(school.contents(), SchoolFit.SETTINGS.characters(), executor),
                reader.analyzed(school.phrases(), SchoolFit.SETTINGS.characters(), executor),
                executor);
        ModelCard card = new ModelCard(
                hash(reader.embedder()),
                hash(List.of(themeFit.head().head(), defiFit.head().head(), schoolHead.head())),
                sources(),
                counts(themes),
                counts(defis),
                themeFit.figures(),
                defiFit.figures(),
                defiFit.calibration());
        return new Result(
                new ContentClassifier(themeFit.head(), defiFit.head(), schoolHead, card, learnt(), reader.embedder()),
                themeFit.heldOut(),
                defiFit.heldOut());
    }

    private SortedMap<String, Integer> sources() {
        return new TreeMap<>(Map.of(
                "shipped_contents", shipped,
                "own_contents", own,
                "lexicon_phrases", themes.phrases().size() + defis.phrases().size()));
    }

    private static SortedMap<String, Integer> counts(TrainingTexts texts) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (LabelledText text : texts.contents()) {
            Collection<String> labels = text.labels().isEmpty() ? List.of(DefiFit.NONE) : text.labels();
            labels.forEach(label -> counts.merge(label, 1, Integer::sum));
        }
        return counts;
    }

    /** SHA-256 of all that shapes the classifier; the order of the contents does not change it. */
    String hash(Embedder embedder) {
        MessageDigest digest = Digests.sha256();
        if (embedder.exists()) {
            update(digest, embedder.id());
        }
        update(digest, ThemeFit.SETTINGS.toString());
        update(digest, DefiFit.SETTINGS.toString());
        update(digest, SchoolFit.SETTINGS.toString());
        update(digest, DefiFit.OWN_WEIGHTS.toString());
        for (TrainingTexts texts : List.of(themes, defis, school)) {
            texts.contents().stream().map(ClassifierTraining::digest).sorted().forEach(one -> update(digest, one));
            texts.phrases().forEach(phrase -> update(digest, digest(phrase)));
        }
        return Digests.hexadecimal(digest);
    }

    private static String hash(List<Head> heads) {
        MessageDigest digest = Digests.sha256();
        for (Head head : heads) {
            head.vocabulary().features().forEach(feature -> update(digest, feature));
            for (LogisticRegression.Fit fit : head.model().heads()) {
                ByteBuffer numbers =
                        ByteBuffer.allocate(Float.BYTES * fit.weights().array().length + Double.BYTES);
                numbers.putDouble(fit.bias());
                numbers.asFloatBuffer().put(fit.weights().array());
                digest.update(numbers.array());
            }
        }
        return Digests.hexadecimal(digest);
    }

    private Set<String> learnt() {
        Set<String> learnt = new HashSet<>();
        themes.contents().forEach(text -> learnt.add(shortDigest(text)));
        defis.contents().forEach(text -> learnt.add(shortDigest(text)));
        return learnt;
    }

    /** Names a text with its labels, without keeping a word of it. */
    static String shortDigest(LabelledText text) {
        return digest(text).substring(0, DIGEST_DIGITS);
    }

    private static String digest(LabelledText text) {
        MessageDigest digest = Digests.sha256();
        update(digest, text.text());
        update(digest, text.labels().toString());
        update(digest, String.valueOf(text.weight()));
        return Digests.hexadecimal(digest);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
