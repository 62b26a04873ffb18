package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.recommendation.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.ServingWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A recommender on disk: {@code recommender.json} (regularisation, weights of the blend, card, sizes),
 * {@code recommender_weights.bin} and {@code similar_contents.bin}.
 */
final class RecommenderFiles {

    static final String DESCRIPTION = "recommender.json";

    static final List<String> NAMES = List.of(DESCRIPTION, ItemWeightsFile.NAME, SimilarContentsFile.NAME);

    /**
     * {@code recommender.json}.
     *
     * @param lambda the regularisation of the weights
     * @param serving what the parts of a score count
     * @param contents of the catalogue
     * @param used contents that have weights, since somebody used them
     */
    record Description(double lambda, ServingWeights serving, int contents, int used, RecommenderCard card) {}

    private RecommenderFiles() {}

    static void write(Path folder, LearntRecommender recommender) throws IOException {
        int used = ItemWeightsFile.write(folder, recommender.weights());
        SimilarContentsFile.write(folder, recommender.similar());
        Json.write(
                folder.resolve(DESCRIPTION),
                new Description(
                        recommender.weights().lambda(),
                        recommender.serving(),
                        recommender.contents(),
                        used,
                        recommender.card()));
    }

    /**
     * Reads the three files.
     *
     * @param contents of the catalogue
     */
    static LearntRecommender read(Path folder, int contents) {
        Description description = Json.read(folder.resolve(DESCRIPTION), Description.class);
        require("contents", description.contents(), contents);
        if (!(description.lambda() > 0 && description.lambda() < Double.POSITIVE_INFINITY)) {
            throw new SnapshotException(
                    "%s: found lambda %s, expected a number above 0".formatted(DESCRIPTION, description.lambda()));
        }
        if (description.used() < 0 || description.used() > contents) {
            throw new SnapshotException(
                    "%s: found used %d, expected 0 to %d".formatted(DESCRIPTION, description.used(), contents));
        }
        return new LearntRecommender(
                ItemWeightsFile.read(folder, contents, description.used(), description.lambda()),
                SimilarContentsFile.read(folder, contents),
                description.serving(),
                description.card());
    }

    private static void require(String what, int found, int expected) {
        if (found != expected) {
            throw new SnapshotException("%s: found %s %d, expected %d".formatted(DESCRIPTION, what, found, expected));
        }
    }
}
