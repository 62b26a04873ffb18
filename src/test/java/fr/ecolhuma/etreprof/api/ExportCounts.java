package fr.ecolhuma.etreprof.api;

import fr.ecolhuma.etreprof.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the events of the test exports line by line, by the definitions of the features and nothing of the service. */
public final class ExportCounts {

    /** The features that users are compared by, in the order of their definitions. */
    public static final List<String> FEATURES = List.of(
            "nb_contenu",
            "nb_fiche_outils",
            "nb_guide_pratique",
            "nb_transition_ecologique",
            "nb_sante_mentale",
            "nb_ecole_inclusive",
            "nb_cps",
            "nb_reussite_tous_eleves",
            "total_interactions_x",
            "diversite_contenus",
            "nb_vote",
            "nb_comments",
            "nb_opened_mail",
            "nb_clicked_mail");

    private static final Map<String, String> USAGE = Map.of(
            "Contenu page_view", "article",
            "fiche-outils download", "fiche_outils",
            "guide-pratique download", "guide_pratique");
    private static final Map<String, String> FLAGS = Map.of(
            "ecological_transition", "nb_transition_ecologique",
            "mental_health", "nb_sante_mentale",
            "inclusive_school", "nb_ecole_inclusive",
            "psychosocial_skills", "nb_cps",
            "student_success", "nb_reussite_tous_eleves");
    private static final Map<String, String> OTHERS = Map.of(
            "contenu_vote", "nb_vote",
            "comment_posted", "nb_comments",
            "opened_mail", "nb_opened_mail",
            "click_mail", "nb_clicked_mail");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Map<Integer, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, Map<Integer, LocalDateTime>> uses = new HashMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private long rows;

    private ExportCounts() {
        for (int segment = 0; segment < TestData.SIZES.size(); segment++) {
            for (int i = 0; i < TestData.SIZES.get(segment); i++) {
                counts.put(100 * (segment + 1) + i, new HashMap<>());
            }
        }
    }

    public static ExportCounts of(Path folder) {
        try {
            ExportCounts counts = new ExportCounts();
            Set<String> seen = new HashSet<>();
            List<String> lines = Files.readAllLines(folder.resolve("interactions.csv"));
            for (String line : lines.subList(1, lines.size())) {
                counts.read(line.split(",", -1), seen);
            }
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String[] cells, Set<String> seen) {
        rows++;
        int user = Integer.parseInt(cells[1]);
        String reason = refusal(cells, seen.add(cells[0]), user);
        if (reason != null) {
            rejected.merge(reason, 1L, Long::sum);
            return;
        }
        String type = USAGE.get(cells[3] + " " + cells[2]);
        if (type != null) {
            use(user, type, type + "/" + cells[4], LocalDateTime.parse(cells[5], SECONDS));
        } else if (OTHERS.containsKey(cells[2])) {
            add(user, OTHERS.get(cells[2]));
        }
    }

    private String refusal(String[] cells, boolean first, int user) {
        if (!first) {
            return "duplicate";
        }
        if (cells[5].equals("not a date")) {
            return "bad_date";
        }
        if (cells[2].equals("session") && cells[3].equals("opened_mail")) {
            return "shadow_session";
        }
        return counts.containsKey(user) ? null : user == 900 ? "user_not_kept" : "unknown_user";
    }

    private void use(int user, String type, String content, LocalDateTime at) {
        add(user, type.equals("article") ? "nb_contenu" : "nb_" + type);
        add(user, "total_interactions_x");
        if (TestData.PRIORITY.containsKey(content)) {
            add(user, FLAGS.get(TestData.PRIORITY.get(content)));
        }
        Map<Integer, LocalDateTime> last = uses.computeIfAbsent(content, unseen -> new HashMap<>());
        if (!last.containsKey(user)) {
            add(user, "diversite_contenus");
        }
        last.merge(user, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void add(int user, String feature) {
        counts.get(user).merge(feature, 1, Integer::sum);
    }

    /** Rows of the file, the header left out. */
    public long rows() {
        return rows;
    }

    /** Rows left out, by reason. */
    public Map<String, Long> rejected() {
        return rejected;
    }

    /** Every user kept. */
    public Set<Integer> users() {
        return counts.keySet();
    }

    /** The users whose ids tell a segment. */
    public List<Integer> users(int segment) {
        return counts.keySet().stream()
                .filter(user -> TestData.segmentOf(user) == segment)
                .toList();
    }

    public int count(int user, String feature) {
        return counts.get(user).getOrDefault(feature, 0);
    }

    public double mean(Collection<Integer> users, String feature) {
        return users.stream().mapToInt(user -> count(user, feature)).average().orElseThrow();
    }

    /** Who used a content, named {@code type/id}, and when last. */
    public Map<Integer, LocalDateTime> uses(String content) {
        return uses.getOrDefault(content, Map.of());
    }

    /** How many of these users used a content. */
    public long readers(String content, Collection<Integer> users) {
        return users.stream().filter(uses(content)::containsKey).count();
    }

    /** How many themes a user's contents are of, when content_with_topics.csv names each theme of a content once. */
    double meanThemes(Collection<Integer> users, Collection<String> contentsWithTheme) {
        List<Long> themes = new ArrayList<>();
        for (int user : users) {
            themes.add(contentsWithTheme.stream()
                    .filter(content -> uses(content).containsKey(user))
                    .count());
        }
        return themes.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
