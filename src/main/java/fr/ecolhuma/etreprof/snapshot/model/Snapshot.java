package fr.ecolhuma.etreprof.snapshot.model;

import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRecommender;
import fr.ecolhuma.etreprof.recommendation.list.SegmentRecommender;
import fr.ecolhuma.etreprof.recommendation.list.SegmentScores;
import fr.ecolhuma.etreprof.recommendation.reason.DefiLabels;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * A model version in memory: a request reads it once, and a new version replaces it as a whole.
 *
 * @param version its name, derived from its content
 * @param model everything that was learnt
 * @param recommenders one per segment, in id order
 * @param taxonomy the themes and défis of its contents
 * @param personal lists for users and baskets
 * @param population all users that it was learnt from, also those who have been erased since
 */
public record Snapshot(
        String version,
        TrainedModel model,
        List<SegmentRecommender> recommenders,
        Taxonomy taxonomy,
        PersonalRecommender personal,
        WholePopulation population) {

    public Snapshot {
        recommenders = List.copyOf(recommenders);
    }

    /** Prepares a model for serving. */
    public static Snapshot of(String version, TrainedModel model) {
        Taxonomy taxonomy = Taxonomy.load();
        IndexedAudience audience =
                new IndexedAudience(model.users(), model.segments().k());
        LevelUsage levels = LevelUsage.of(
                model.interactions(),
                audience,
                model.catalogue().size(),
                model.provenance().asOf().toEpochSecond(ZoneOffset.UTC));
        List<double[]> scores = SegmentScores.of(
                model.catalogue(), model.usage(), levels, model.recommender(), model.interactions(), audience);
        List<SegmentRecommender> recommenders = Personas.shipped().all().stream()
                .map(persona -> recommender(model, persona, scores.get(persona.id()), taxonomy))
                .toList();
        return new Snapshot(
                version,
                model,
                recommenders,
                taxonomy,
                personal(model, levels, taxonomy),
                WholePopulation.of(model, taxonomy.themes().size()));
    }

    /** The quality of the personal lists; versions made before these lists existed have no figures. */
    public RecommenderCard recommenderCard() {
        return model.recommender().card();
    }

    /**
     * The classifier of texts.
     *
     * @throws SnapshotException if the version has none, since it is older than the classifier
     */
    public ContentClassifier classifier() {
        return model.classifier()
                .orElseThrow(() -> new SnapshotException(
                        "model version %s has no classifier; recompute a model that has one".formatted(version)));
    }

    private static SegmentRecommender recommender(
            TrainedModel model, Persona persona, double[] scores, Taxonomy taxonomy) {
        return new SegmentRecommender(model.catalogue(), scores, model.usage().get(persona.id()), labels(taxonomy));
    }

    private static PersonalRecommender personal(TrainedModel model, LevelUsage levels, Taxonomy taxonomy) {
        return new PersonalRecommender(model.catalogue(), model.usage(), levels, labels(taxonomy), model.recommender());
    }

    private static DefiLabels labels(Taxonomy taxonomy) {
        return code -> Objects.requireNonNull(taxonomy.defiByCode(code)).labelFr();
    }
}
