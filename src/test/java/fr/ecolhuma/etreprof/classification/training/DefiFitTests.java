package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How own contents shape the défis: their weight, and the contents that confidence is fitted to. */
class DefiFitTests {

    private static List<LabelledContent> contents(int size, List<String> defis) {
        List<LabelledContent> contents = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String defi = defis.get(i % defis.size());
            String text = "Un texte de la plateforme sur " + defi.replace('_', ' ') + ", numéro "
                    + Integer.toString(i + 100, 7) + ".";
            contents.add(new LabelledContent("article/" + i, "", text, null, List.of(defi)));
        }
        return contents;
    }

    private static ModelCard.DefiCalibration calibration(List<LabelledContent> own) {
        ContentClassifier classifier = ClassifierRenewal.renewed(own, null, 2, Embedder.none());
        return Objects.requireNonNull(classifier.card().defiCalibration());
    }

    @Test
    void fewOwnContentsLeaveTheConfidenceToAll() {
        ModelCard.DefiCalibration found = calibration(contents(29, List.of("mental_health", "student_success")));

        assertThat(found.texts()).isEqualTo("all_contents");
        assertThat(found.fittedToOwn()).isEmpty();
        assertThat(found.ownWeight()).isEqualTo(3);
        assertThat(found.contents()).isGreaterThan(900);
    }

    @Test
    void enoughOwnContentsFitTheDefisThatTheyHaveAndHaveNot() {
        ModelCard.DefiCalibration found = calibration(contents(30, List.of("mental_health", "student_success")));

        assertThat(found.texts()).isEqualTo("own_contents");
        assertThat(found.contents()).isEqualTo(30);
        assertThat(found.fittedToOwn()).containsExactly("mental_health", "student_success");
        assertThat(DefiFit.OWN_WEIGHTS).contains(found.ownWeight());
    }

    @Test
    void labelsOfOneDefiAloneFitNoConfidence() {
        ModelCard.DefiCalibration found = calibration(contents(40, List.of("inclusive_school")));

        assertThat(found.texts()).isEqualTo("all_contents");
        assertThat(found.fittedToOwn()).isEmpty();
    }
}
