package fr.ecolhuma.etreprof.classification.judging;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a classifier was trained on and how right it is, every figure by cross-validation.
 *
 * @param trainingSha256 of everything it learnt from and how; equal training, equal classifier
 * @param modelSha256 of its terms and weights
 * @param sources how many texts it learnt from, by where they come from
 * @param themeCounts contents by theme
 * @param defiCounts contents by défi, and by {@code none}
 * @param themes how right the themes are
 * @param defis how right the défis are
 */
public record ModelCard(
        String trainingSha256,
        String modelSha256,
        SortedMap<String, Integer> sources,
        SortedMap<String, Integer> themeCounts,
        SortedMap<String, Integer> defiCounts,
        Figures themes,
        Figures defis) {

    /**
     * How right the answers of one head are on contents it has not seen. For the ece and the precision, a theme that
     * one of the content's défis is at home in is right too.
     *
     * @param contents how many were judged
     * @param accuracy the share of contents whose likeliest label is theirs; for défis of right yes and no
     * @param macroF1 the plain mean of the labels' F1
     * @param ece expected calibration error, 0 to 1
     * @param threshold the least confidence that is answered
     * @param answered the share of contents that get an answer
     * @param precision the share of right ones among the answers
     * @param perLabel by label
     * @param confusion how many contents of a label, the first key, got another, the second
     * @param reliability confidence against truth, in tenths of confidence that have an answer
     */
    public record Figures(
            int contents,
            double accuracy,
            double macroF1,
            double ece,
            double threshold,
            double answered,
            double precision,
            SortedMap<String, LabelFigures> perLabel,
            SortedMap<String, SortedMap<String, Integer>> confusion,
            List<Bin> reliability) {

        public Figures {
            perLabel = Collections.unmodifiableSortedMap(new TreeMap<>(perLabel));
            confusion = Collections.unmodifiableSortedMap(new TreeMap<>(confusion));
            reliability = List.copyOf(reliability);
        }
    }

    /**
     * Answers of about the same confidence.
     *
     * @param answers how many
     * @param confidence their mean
     * @param right the share of right ones
     */
    public record Bin(int answers, double confidence, double right) {}

    public ModelCard {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        themeCounts = Collections.unmodifiableSortedMap(new TreeMap<>(themeCounts));
        defiCounts = Collections.unmodifiableSortedMap(new TreeMap<>(defiCounts));
    }
}
