package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierRenewalTests {

    private static final ContentClassifier LIVE = ShippedClassifier.get();

    private static LabelledContent content(int number, String theme, String words) {
        return new LabelledContent(
                "article/" + number, "Contenu " + number, words + " numéro " + number, theme, List.of());
    }

    @Test
    void withoutLabelsOfItsOwnItIsTheShippedOne() {
        assertThat(ClassifierRenewal.renewed(List.of(), null, 1, Embedder.none()))
                .isSameAs(LIVE);
    }

    @Test
    void theSameTrainingKeepsTheLiveOneAndThreadsMakeNoDifference() {
        List<LabelledContent> contents = List.of(content(1, "noise", "le bruit"), content(2, "stress", "le stress"));
        ContentClassifier live = ClassifierRenewal.renewed(contents, null, 1, Embedder.none());

        assertThat(ClassifierRenewal.renewed(contents, live, 1, Embedder.none()))
                .isSameAs(live);
        assertThat(ClassifierRenewal.renewed(contents, null, 2, Embedder.none()).card())
                .isEqualTo(live.card());
    }

    @Test
    void theHashDoesNotDependOnTheOrderOfContents() {
        List<LabelledContent> contents =
                new ArrayList<>(List.of(content(1, "noise", "le bruit"), content(2, "stress", "le stress")));
        String hash = new ClassifierTraining(contents).hash(Embedder.none());
        Collections.reverse(contents);

        assertThat(new ClassifierTraining(contents).hash(Embedder.none())).isEqualTo(hash);
    }

    @Test
    void anotherLabelIsAnotherTraining() {
        assertThat(new ClassifierTraining(List.of(content(1, "noise", "le bruit"))).hash(Embedder.none()))
                .isNotEqualTo(new ClassifierTraining(List.of(content(1, "stress", "le bruit"))).hash(Embedder.none()));
    }

    @Test
    void ownContentsTeachWordsThatNobodyKnew() {
        List<LabelledContent> contents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            contents.add(
                    content(i, i % 2 == 0 ? "noise" : "spelling", i % 2 == 0 ? "zorglub bulgroz" : "kiwano tamarillo"));
        }
        ContentClassifier fresh = ClassifierRenewal.renewed(contents, LIVE, 2, Embedder.none());

        assertThat(fresh).isNotSameAs(LIVE);
        assertThat(fresh.classify("zorglub et bulgroz encore zorglub").theme())
                .isEqualTo(Taxonomy.load().themeByCode("noise"));
        assertThat(fresh.card().sources()).containsEntry("own_contents", 40);
    }

    @Test
    void aLiveOneThatIsBetterAtContentsNewToBothStays() {
        // each word stands twice in what the live one learnt, and once in what there is to learn now: too rare to keep
        List<LabelledContent> taught = new ArrayList<>();
        List<LabelledContent> rare = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String word = "zor" + (char) ('a' + i / 6) + (char) ('a' + i % 6) + "k";
            String theme = i % 2 == 0 ? "noise" : "spelling";
            taught.add(content(2 * i, theme, word));
            taught.add(content(2 * i + 1, theme, word));
            rare.add(content(100 + i, theme, word));
        }
        ContentClassifier live = ClassifierRenewal.renewed(taught, null, 2, Embedder.none());

        assertThat(ClassifierRenewal.renewed(rare, live, 2, Embedder.none())).isSameAs(live);
        assertThat(ClassifierRenewal.renewed(rare.subList(0, 10), live, 2, Embedder.none()))
                .isNotSameAs(live);
    }
}
