package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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
     * @param serving the weight of each part of a score
     * @param contents the number of contents in the catalogue
     * @param used how many contents have weights: those that are used
     */
    record Learnt(double lambda, Map<String, Double> serving, int contents, int used, RecommenderCard card) {}

    private RecommenderFiles() {}

    static void write(Path folder, LearntRecommender recommender) throws IOException {
        int used = ItemWeightsFile.write(folder, recommender.weights());
        SimilarContentsFile.write(folder, recommender.similar());
        Json.write(
                folder.resolve(DESCRIPTION),
                new Learnt(
                        recommender.weights().lambda(),
                        named(recommender.serving()),
                        recommender.contents(),
                        used,
                        recommender.card()));
    }

    /**
     * Reads the three files.
     *
     * @param contents the number of contents in the catalogue
     */
    static LearntRecommender read(Path folder, int contents) {
        Learnt description = Json.read(folder.resolve(DESCRIPTION), Learnt.class);
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
                weights(description.serving()),
                description.card());
    }

    /** The weights by name; a level weight of 0 is left out, as in versions made before it existed. */
    private static Map<String, Double> named(ServingWeights weights) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("history", weights.history());
        named.put("content", weights.content());
        named.put("segment", weights.segment());
        if (weights.level() > 0) {
            named.put("level", weights.level());
        }
        named.put("freshness", weights.freshness());
        return named;
    }

    private static ServingWeights weights(Map<String, Double> named) {
        Map<String, Double> left = new TreeMap<>(named);
        left.putIfAbsent("level", 0.0);
        List<Double> found = Stream.of("history", "content", "segment", "level", "freshness")
                .map(left::remove)
                .toList();
        if (found.contains(null) || !left.isEmpty()) {
            throw new SnapshotException(
                    "%s: found the weights %s, expected history, content, segment, level and freshness"
                            .formatted(DESCRIPTION, named.keySet()));
        }
        try {
            return new ServingWeights(found.get(0), found.get(1), found.get(2), found.get(3), found.get(4));
        } catch (IllegalArgumentException wrong) {
            throw new SnapshotException("%s: %s".formatted(DESCRIPTION, wrong.getMessage()));
        }
    }

    private static void require(String what, int found, int expected) {
        if (found != expected) {
            throw new SnapshotException("%s: found %s %d, expected %d".formatted(DESCRIPTION, what, found, expected));
        }
    }
}
