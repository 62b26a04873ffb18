package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentThemesTests {

    private static final String SPELLING =
            "La dictée négociée : les élèves comparent leurs orthographes, discutent des accords et corrigent les fautes.";

    @Test
    void topicsNameThemesByIdCodeOrLabelInAnyCase() {
        assertThat(themesOf("16", "Mathematics", "MATHEMATICS EDUCATION", "Enseignement des Mathématiques"))
                .containsExactly(16, 16, 16, 16);
    }

    @Test
    void withoutATextOtherTopicsAndNoneAreTheOutlier() {
        assertThat(themesOf(null, "", "46", "-1", "astrology")).containsExactly(-1, -1, -1, -1, -1);
    }

    @Test
    void theTextTellsTheThemeWhereNoTopicDoes() {
        assertThat(learn(content(null, SPELLING), content("noise", "Un autre texte."))
                        .ids())
                .containsExactly(5, 3);
    }

    @Test
    void whereTheExportSaysNothingNewTheLiveClassifierStays() {
        assertThat(learn(content(null, SPELLING)).classifier()).isSameAs(ShippedClassifier.get());
    }

    @Test
    void labelsOfTheExportAreLearnt() {
        ContentThemes themes = learn(content("noise", "Un texte que la plateforme a rangé elle-même."));

        assertThat(themes.classifier().card().sources()).containsEntry("own_contents", 1);
    }

    @Test
    void aTextLabelledByHandCountsBeforeTheExport() {
        String text = "Un texte que la plateforme a rangé elle-même.";
        ContentThemes themes = ContentThemes.learn(
                List.of(content("noise", text)),
                List.of(new LabelledContent("hand", "", text, "stress", null)),
                ShippedClassifier.get(),
                2,
                Embedder.none());

        assertThat(themes.classifier().card().themeCounts().get("stress"))
                .isEqualTo(ShippedClassifier.get().card().themeCounts().get("stress") + 1);
        assertThat(themes.classifier().card().themeCounts().get("noise"))
                .isEqualTo(ShippedClassifier.get().card().themeCounts().get("noise"));
    }

    @Test
    void aContentWithoutAFlagSaysNothingOfDefis() {
        ContentThemes themes = learn(
                content("noise", "Un texte sans drapeau."),
                flagged("Un autre texte, avec un drapeau.", "sante_mentale"));
        SortedMap<String, Integer> shipped = ShippedClassifier.get().card().defiCounts();

        assertThat(themes.classifier().card().defiCounts())
                .containsEntry("none", shipped.get("none"))
                .containsEntry("mental_health", shipped.get("mental_health") + 1);
    }

    @Test
    void everyContentHasTermsThoseWithoutATextOfTheTitleAlone() {
        ContentThemes themes = learn(content(null, SPELLING), content("16", null), content(null, " "));

        assertThat(themes.terms()).hasSize(3);
        assertThat(themes.terms().get(0).size()).isGreaterThan(5);
        // "Un titre" is one word that says something, in the text and in the title's space
        assertThat(themes.terms().get(1).size()).isBetween(1, 2);
        assertThat(themes.terms().get(2).size()).isEqualTo(themes.terms().get(1).size());
    }

    @Test
    void withoutLearningTheClassifierTellsWhatNoTopicNames() {
        List<Content> contents = List.of(
                content(null, SPELLING), content("noise", SPELLING), content(null, null), content("astrology", " "));

        assertThat(ContentThemes.known(contents, ShippedClassifier.get(), 2)).containsExactly(5, 3, -1, -1);
        assertThat(ContentThemes.known(contents, null, 2)).containsExactly(-1, 3, -1, -1);
    }

    @Test
    void thereAreAsManyAsInTheTaxonomy() {
        assertThat(Taxonomy.load().themes()).hasSize(46);
    }

    private static List<Integer> themesOf(@Nullable String... topics) {
        return learn(Arrays.stream(topics).map(topic -> content(topic, null)).toArray(Content[]::new))
                .ids();
    }

    private static ContentThemes learn(Content... contents) {
        return ContentThemes.learn(List.of(contents), List.of(), ShippedClassifier.get(), 2, Embedder.none());
    }

    private static Content flagged(String markdown, String flag) {
        return new Content(
                new ContentKey("article", 2), "Un titre", markdown, true, List.of(), null, null, Set.of(flag), null);
    }

    private static Content content(@Nullable String topic, @Nullable String markdown) {
        return new Content(
                new ContentKey("article", 1), "Un titre", markdown, true, List.of(), null, null, Set.of(), topic);
    }
}
