package fr.ecolhuma.etreprof.classification.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Apache OpenNLP's model of 183 languages: n-grams of letters. It takes half a second to load and 40 MB, so it is loaded
 * by the first text that needs it.
 */
final class LanguageModel {

    private static final String SHIPPED = "/langdetect-183.bin";

    private LanguageModel() {}

    /** The probabilities of French, of English and of the likeliest other language. */
    record Guess(double french, double english, double other) {

        /** How much likelier the other language is than French and English. */
        double lead() {
            return other / Math.max(french, english);
        }
    }

    private static final class Loaded {

        private static final LanguageDetectorModel MODEL = load();

        private static LanguageDetectorModel load() {
            try (InputStream in = Objects.requireNonNull(LanguageModel.class.getResourceAsStream(SHIPPED))) {
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Guess guess(String text) {
        double french = Double.MIN_NORMAL;
        double english = Double.MIN_NORMAL;
        double other = 0;
        for (Language language : new LanguageDetectorME(Loaded.MODEL).predictLanguages(text)) {
            switch (language.getLang()) {
                case "fra" -> french += language.getConfidence();
                case "eng" -> english += language.getConfidence();
                default -> other = Math.max(other, language.getConfidence());
            }
        }
        return new Guess(french, english, other);
    }
}
