package fr.ecolhuma.etreprof.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Scores of contents by models that have not seen them.
 *
 * @param labels of the scores, ascending
 * @param texts the contents
 * @param scores a row a content, a score a label
 */
record HeldOut(List<String> labels, List<LabelledText> texts, List<double[]> scores) {

    HeldOut {
        labels = List.copyOf(labels);
        texts = List.copyOf(texts);
        scores = List.copyOf(scores);
    }

    /** Contents to be judged and phrases that are always learnt from, read. */
    record Analyzed(List<AnalyzedText> contents, List<AnalyzedText> phrases) {

        Analyzed {
            contents = List.copyOf(contents);
            phrases = List.copyOf(phrases);
        }

        List<AnalyzedText> all() {
            return joined(contents);
        }

        private List<AnalyzedText> joined(List<AnalyzedText> some) {
            List<AnalyzedText> joined = new ArrayList<>(some);
            joined.addAll(phrases);
            return joined;
        }
    }

    /** Cross-validates; every label must be known by a phrase or by two contents, else it scores -infinity at times. */
    static HeldOut of(Analyzed texts, List<String> labels, Head.Settings settings, ExecutorService executor) {
        List<double[]> scores = List.of(Folds.scores(
                        texts.contents(), labels, seen -> List.of(Head.fit(texts.joined(seen), settings, executor)))
                .getFirst());
        return new HeldOut(
                labels, texts.contents().stream().map(AnalyzedText::text).toList(), scores);
    }

    int size() {
        return texts.size();
    }
}
