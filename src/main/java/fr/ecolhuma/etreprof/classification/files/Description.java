package fr.ecolhuma.etreprof.classification.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.classification.judging.Calibration;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code classifier.json}.
 *
 * @param school null if every text counts as one about school
 * @param embedder the name of the embedder it has learnt with, null for none
 * @param learnt digests of the contents learnt from, ascending
 */
record Description(
        int format,
        Themes themes,
        Defis defis,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SchoolPart school,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String embedder,

        ModelCard card,
        List<String> learnt) {

    /** A themes' head without its terms and weights. */
    record Themes(
            List<String> labels,
            List<Double> biases,
            double titleWeight,
            Calibration.Curve curve,
            double slope,
            double threshold) {}

    /** A défis' head without its terms and weights. */
    record Defis(
            List<String> labels,
            List<Double> biases,
            double titleWeight,
            List<Calibration.Line> lines,
            double threshold) {}

    /** A head of the school without its terms and weights. */
    record SchoolPart(List<Double> biases, double titleWeight, double threshold) {}
}
