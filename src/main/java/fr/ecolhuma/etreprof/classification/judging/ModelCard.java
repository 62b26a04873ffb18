package fr.ecolhuma.etreprof.classification.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The training data of a classifier and its quality, every figure by cross-validation.
 *
 * @param trainingSha256 digest of its texts and settings; an equal digest means an equal classifier
 * @param modelSha256 digest of its terms and weights
 * @param sources how many texts it learnt from, by source
 * @param themeCounts contents by theme
 * @param defiCounts contents by défi, and by {@code none}
 * @param themes the quality of the themes
 * @param defis the quality of the défis
 * @param defiCalibration the contents that the défis' confidence is fitted to; null, and left out, if the classifier is
 *     of before this was recorded
 */
public record ModelCard(
        String trainingSha256,
        String modelSha256,
        SortedMap<String, Integer> sources,
        SortedMap<String, Integer> themeCounts,
        SortedMap<String, Integer> defiCounts,
        Figures themes,
        Figures defis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DefiCalibration defiCalibration) {

    /**
     * The quality of one head's answers on contents it has not seen. For the ece and the precision, a home theme of one
     * of the content's défis is right too.
     *
     * @param contents how many contents were judged
     * @param accuracy the share of contents whose likeliest label is right; for défis the share of right yes and no
     * @param macroF1 the plain mean of the labels' F1
     * @param ece expected calibration error, 0 to 1
     * @param threshold the lowest confidence that is answered
     * @param answered the share of contents that get an answer
     * @param precision the share of right answers among the answers
     * @param perLabel by label
     * @param confusion how many contents of a label, the first key, got another, the second
     * @param reliability confidence against the share of right answers, for each tenth of confidence that has an answer
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
     * The contents that the défis' confidence is fitted to, by cross-validation.
     *
     * @param texts {@code own_contents}, those that the platform labelled, or {@code all_contents}, the shipped ones too
     * @param contents how many contents
     * @param fittedToOwn the défis whose confidence is fitted to own contents; that of the others is fitted to all
     * @param ownWeight the weight of an own content in learning; a shipped one weighs 1
     */
    public record DefiCalibration(String texts, int contents, List<String> fittedToOwn, double ownWeight) {

        public DefiCalibration {
            fittedToOwn = List.copyOf(fittedToOwn);
        }
    }

    /**
     * Answers of about equal confidence.
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
