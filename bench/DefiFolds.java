import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Classifies labelled texts by the shipped classifier and, fold by fold, by the one that a recompute learns from the
 * texts of the other folds. Reads lines of {@code {"id", "label", "text", "folds": [one per repetition]}} from standard
 * input; prints {@code {"id", "shipped": {défi: confidence}, "learnt": [the same, one per repetition], "defi": the
 * shipped answer or null}} per text.
 */
public final class DefiFolds {

    private static final JsonMapper JSON = JsonMapper.shared();

    private DefiFolds() {}

    /** Arguments: the number of threads, the number of folds. */
    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        List<JsonNode> texts = new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines().map(JSON::readTree).toList();
        int repetitions = texts.getFirst().get("folds").size();
        List<List<Map<String, Double>>> learnt = new ArrayList<>();
        texts.forEach(text -> learnt.add(new ArrayList<>()));
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (int fold = 0; fold < Integer.parseInt(args[1]); fold++) {
                ContentClassifier classifier = learn(texts, repetition, fold, threads, Embedder.none());
                for (int i = 0; i < texts.size(); i++) {
                    if (fold(texts.get(i), repetition) == fold) {
                        learnt.get(i).add(confidences(classifier.classify(texts.get(i).get("text").asString())));
                    }
                }
            }
        }
        ContentClassifier shipped = ClassifierRenewal.renewed(List.of(), null, threads, Embedder.none());
        for (int i = 0; i < texts.size(); i++) {
            Classification answer = shipped.classify(texts.get(i).get("text").asString());
            Map<String, Object> line = new HashMap<>();
            line.put("id", texts.get(i).get("id").asString());
            line.put("shipped", confidences(answer));
            line.put("learnt", learnt.get(i));
            line.put("defi", answer.defi() == null ? null : answer.defi().code());
            System.out.println(JSON.writeValueAsString(line));
        }
    }

    private static int fold(JsonNode text, int repetition) {
        return text.get("folds").get(repetition).asInt();
    }

    /** A recompute's classifier of the texts outside of a fold; they have no title and no theme. */
    private static ContentClassifier learn(List<JsonNode> texts, int repetition, int fold, int threads) {
        List<LabelledContent> own = texts.stream()
                .filter(text -> fold(text, repetition) != fold)
                .map(text -> new LabelledContent(
                        "article/" + text.get("id").asString(), "", text.get("text").asString(), null,
                        List.of(text.get("label").asString())))
                .toList();
        return ClassifierRenewal.renewed(own, null, threads, Embedder.none());
    }

    private static Map<String, Double> confidences(Classification answer) {
        return answer.defis().stream()
                .collect(Collectors.toMap(
                        likely -> likely.label().code(), Classification.Likely::confidence, (one, same) -> one, TreeMap::new));
    }
}
