package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Scores and reasons of one user worked out anew, from the lines of the exports and the weights on the model's card; of the
 * model only the likeness of contents is read, from its file. Nothing of the service's code takes part.
 */
final class HandMadeScores {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Map<String, String> USES = Map.of(
            "page_view,Contenu", "article",
            "download,fiche-outils", "fiche_outils",
            "download,guide-pratique", "guide_pratique");
    private static final Set<Integer> NOT_KEPT = Set.of(900, 999);

    private final List<String> contents;
    private final Map<Integer, Map<String, LocalDateTime>> uses = new TreeMap<>();
    private final int teacher;
    private final int segment;
    private final JsonNode weights;
    private final double[][] learnt;
    private final double[][] alike;

    /** How often the reasons of this list have named each content. */
    private final Map<String, Integer> times = new TreeMap<>();

    /**
     * Works it out.
     *
     * @param card the {@code data} of {@code /model/recommender}
     * @param segment the teacher's; those of all others are told by their ids
     */
    HandMadeScores(Path exports, Path version, JsonNode card, int teacher, int segment) {
        this.teacher = teacher;
        this.segment = segment;
        this.weights = card.get("weights");
        this.contents = catalogue();
        try {
            Files.readAllLines(exports.resolve("interactions.csv")).stream()
                    .skip(1)
                    .forEach(this::read);
            this.alike = alike(Files.readAllBytes(version.resolve("similar_contents.bin")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.learnt = learnt(card.get("lambda").doubleValue());
    }

    private static List<String> catalogue() {
        Set<String> keys = new TreeSet<>(PersonalEntries.published());
        keys.add(TestData.UNPUBLISHED);
        return List.copyOf(keys);
    }

    private void read(String line) {
        String[] cells = line.split(",", -1);
        String type = USES.get(cells[2] + "," + cells[3]);
        int user = Integer.parseInt(cells[1]);
        if (type != null && !cells[5].equals("not a date") && !NOT_KEPT.contains(user)) {
            uses.computeIfAbsent(user, unseen -> new TreeMap<>())
                    .merge(
                            type + "/" + cells[4],
                            LocalDateTime.parse(cells[5], SECONDS),
                            (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** {@code -P[i][j] / P[j][j]} with P the inverse of the counts of users in common and λ on the diagonal. */
    private double[][] learnt(double lambda) {
        int n = contents.size();
        double[][] counts = new double[n][n];
        for (Map<String, LocalDateTime> used : uses.values()) {
            for (String one : used.keySet()) {
                for (String other : used.keySet()) {
                    counts[contents.indexOf(one)][contents.indexOf(other)]++;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            counts[i][i] += lambda;
        }
        double[][] inverse = inverse(counts);
        double[][] learnt = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                learnt[i][j] = i == j ? 0 : -inverse[i][j] / inverse[j][j];
            }
        }
        return learnt;
    }

    /** Gauss and Jordan; the matrix is positive definite, so no pivot is 0. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] inverse = new double[n][n];
        IntStream.range(0, n).forEach(i -> inverse[i][i] = 1);
        for (int pivot = 0; pivot < n; pivot++) {
            double scale = matrix[pivot][pivot];
            for (int j = 0; j < n; j++) {
                matrix[pivot][j] /= scale;
                inverse[pivot][j] /= scale;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == pivot ? 0 : matrix[i][pivot];
                for (int j = 0; j < n; j++) {
                    matrix[i][j] -= factor * matrix[pivot][j];
                    inverse[i][j] -= factor * inverse[pivot][j];
                }
            }
        }
        return inverse;
    }

    /** For each content the number of its neighbours, then the row and the likeness of each, four bytes a number. */
    private double[][] alike(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        double[][] alike = new double[contents.size()][contents.size()];
        for (double[] row : alike) {
            for (int left = bytes.getInt(); left > 0; left--) {
                row[bytes.getInt()] = bytes.getFloat();
            }
        }
        return alike;
    }

    private double weight(String part) {
        return weights.get(part).doubleValue();
    }

    /** A weight of the card, but no less than what counts for a teacher who has used nothing. */
    private double weight(String part, double leastWhenCold) {
        return own().isEmpty() ? Math.max(leastWhenCold, weight(part)) : weight(part);
    }

    private double byUsers(String used, String content) {
        return weight("history") * learnt[contents.indexOf(used)][contents.indexOf(content)];
    }

    private double byLikeness(String used, String content) {
        return weight("content") * alike[contents.indexOf(used)][contents.indexOf(content)];
    }

    private double both(String used, String content) {
        return byUsers(used, content) + byLikeness(used, content);
    }

    /** Holds the next entry of the teacher's list against the same worked out by hand. */
    void assertSame(JsonNode entry) {
        String content = PersonalEntries.key(entry);
        Set<String> own = own();
        List<String> speaking = own.stream()
                .filter(used -> both(used, content) > 0)
                .sorted(Comparator.comparingDouble((String used) -> -both(used, content)))
                .toList();
        List<String> named = new ArrayList<>(speaking);
        named.remove(TestData.UNPUBLISHED);
        assertThat(entry.get("because").valueStream().map(PersonalEntries::key)).containsExactlyElementsOf(named);
        for (JsonNode because : entry.get("because")) {
            same(because.get("contribution"), both(PersonalEntries.key(because), content), content);
        }
        double history = own.stream().mapToDouble(used -> both(used, content)).sum();
        double use = weight("segment", 1) * usage(content);
        double fresh = weight("freshness", 0.01) * freshness(content);
        same(entry.get("parts").get("segment"), use, content);
        same(entry.get("parts").get("freshness"), fresh, content);
        same(entry.get("parts").get("level"), 0, content);
        same(entry.get("score"), history + use + fresh, content);
        assertReason(entry, content, speaking, use);
    }

    private Set<String> own() {
        return uses.getOrDefault(teacher, Map.of()).keySet();
    }

    private static void same(JsonNode found, double expected, String content) {
        assertThat(found.doubleValue()).as(content).isCloseTo(expected, within(2e-5));
    }

    /** Half as new for every 180 days; all contents are of February 2024, the day is the id, the latest online the 7th. */
    private static double freshness(String content) {
        int day = Integer.parseInt(content.substring(content.indexOf('/') + 1));
        return Math.pow(2, -Math.max(0, 7 - day) / 180.0);
    }

    private List<Integer> users(boolean ofSegment) {
        List<Integer> users = new ArrayList<>(List.of(teacher));
        for (int each = 0; each < TestData.SIZES.size(); each++) {
            for (int i = 0; i < TestData.SIZES.get(each) && (!ofSegment || each == segment); i++) {
                users.add(100 * (each + 1) + i);
            }
        }
        return users;
    }

    /** Uses of a content by some users, each worth half for every 180 days of age. */
    private double decayed(String content, List<Integer> users) {
        return users.stream()
                .map(user -> uses.getOrDefault(user, Map.of()).get(content))
                .filter(time -> time != null)
                .mapToDouble(time -> Math.pow(
                        2,
                        -Duration.between(time, LocalDateTime.parse(TestData.AS_OF))
                                        .toSeconds()
                                / (180 * 86_400.0)))
                .sum();
    }

    /** The popularity among all, times the square of what the segment makes of it beside all, of the best content's. */
    private double usage(String content) {
        return popularity(content)
                / contents.stream().mapToDouble(this::popularity).max().orElseThrow();
    }

    private double popularity(String content) {
        double share = (double) users(true).size() / users(false).size();
        double expected = decayed(content, users(false)) * share;
        double lift = (decayed(content, users(true)) + 5) / (expected + 5);
        return expected * lift * lift;
    }

    private void assertReason(JsonNode entry, String content, List<String> speaking, double use) {
        double byUsers =
                own().stream().mapToDouble(used -> byUsers(used, content)).sum();
        double byLikeness =
                own().stream().mapToDouble(used -> byLikeness(used, content)).sum();
        List<String> online = speaking.stream()
                .filter(used -> !used.equals(TestData.UNPUBLISHED))
                .toList();
        List<String> alikeOnes = online.stream()
                .filter(used -> byLikeness(used, content) > 0)
                .sorted(Comparator.comparingDouble((String used) -> -byLikeness(used, content)))
                .toList();
        String source = "segment";
        String sentence = figures(content);
        if (byUsers > 0 && byUsers >= Math.max(byLikeness, use)) {
            source = "history";
            sentence = sentence(
                    named(online, used -> both(used, content), 2),
                    " vous est proposé parce que vous avez consulté %s.",
                    online.isEmpty(),
                    content,
                    " est consulté par des enseignants qui lisent les mêmes contenus que vous.");
        } else if (byLikeness > 0 && byLikeness >= use && !alikeOnes.isEmpty()) {
            source = "similar_content";
            sentence = sentence(
                    named(alikeOnes, used -> byLikeness(used, content), 1),
                    " est proche de %s, que vous avez consulté.",
                    false,
                    content,
                    " est proche d'un contenu que vous avez consulté.");
        }
        String reason = entry.get("reason").stringValue();
        if (entry.get("source").stringValue().equals("priority_challenge")) {
            assertThat(TestData.PRIORITY).containsKey(content);
            assertThat(reason)
                    .startsWith("Ce contenu du défi prioritaire «\u00a0")
                    .endsWith("\u00a0»" + sentence);
        } else {
            assertThat(entry.get("source").stringValue()).as(content).isEqualTo(source);
            assertThat(reason).as(content).isEqualTo("Ce contenu" + sentence);
        }
    }

    /** Those at least half as strong as the first; each is named twice in a list. */
    private List<String> named(List<String> online, ToDoubleFunction<String> strength, int most) {
        List<String> now = online.stream()
                .filter(used -> strength.applyAsDouble(used) >= strength.applyAsDouble(online.getFirst()) / 2)
                .filter(used -> times.getOrDefault(used, 0) < 2)
                .limit(most)
                .toList();
        now.forEach(used -> times.merge(used, 1, Integer::sum));
        return now;
    }

    private String sentence(List<String> now, String naming, boolean hidden, String content, String otherwise) {
        if (!now.isEmpty()) {
            return naming.formatted(
                    String.join(" et ", now.stream().map(HandMadeScores::title).toList()));
        }
        return hidden || readers(content, users(false)) < 5 ? otherwise : figures(content);
    }

    private static String title(String key) {
        return "«\u00a0Titre %s\u00a0»".formatted(key.replace("/", ", no "));
    }

    private String figures(String content) {
        long inSegment = readers(content, users(true));
        long inAll = readers(content, users(false));
        if (inAll < 5) {
            return ", %s consulté, reste à découvrir.".formatted(inAll == 0 ? "pas encore" : "encore peu");
        }
        double ofSegment = 100.0 * inSegment / users(true).size();
        double ofAll = 100.0 * inAll / users(false).size();
        boolean segmentSpeaks = inSegment >= 5 && ofSegment >= ofAll;
        return String.format(
                Locale.FRENCH,
                " a été consulté par %.1f\u00a0%% des inscrits%s.",
                segmentSpeaks ? ofSegment : ofAll,
                segmentSpeaks ? " dont l'activité ressemble à la vôtre" : "");
    }

    private long readers(String content, List<Integer> users) {
        return users.stream()
                .filter(user -> uses.getOrDefault(user, Map.of()).containsKey(content))
                .count();
    }
}
