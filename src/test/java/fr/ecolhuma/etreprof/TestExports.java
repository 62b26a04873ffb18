package fr.ecolhuma.etreprof;

import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes the raw exports of {@link TestData}; the same bytes every time. */
final class TestExports {

    /** Events of one user of each segment: articles, fiches, guides, opened and clicked mails, votes, comments. */
    private static final int[][] HABITS = {
        {5, 6, 3, 20, 3, 0, 0},
        {1, 2, 0, 80, 25, 0, 0},
        {30, 45, 25, 50, 15, 3, 2},
        {0, 2, 0, 2, 0, 0, 0}
    };

    private static final List<String> TYPES = List.of("Contenu", "fiche-outils", "guide-pratique");
    private static final int[] CONTENTS_OF_TYPE = {5, 8, 4};
    private static final LocalDateTime AS_OF = LocalDateTime.parse(TestData.AS_OF);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Map<Integer, Integer> converted;
    private final List<String> events = new ArrayList<>();

    private TestExports(Map<Integer, Integer> converted) {
        this.converted = converted;
    }

    static Exports write(Path folder, Map<Integer, Integer> converted) throws IOException {
        Path users = Files.write(folder.resolve("users.csv"), users());
        Path contents = Files.write(folder.resolve("contents.csv"), contents());
        Path interactions = Files.write(folder.resolve("interactions.csv"), new TestExports(converted).interactions());
        Path topics = Files.write(folder.resolve("content_with_topics.csv"), topics());
        return new Exports(users.toString(), contents.toString(), interactions.toString(), topics.toString());
    }

    private static List<String> users() {
        List<String> lines = new ArrayList<>();
        lines.add("id,locale,codepostal,pays,anciennete,json_niveau,json_discipline,created_at");
        for (int segment = 0; segment < HABITS.length; segment++) {
            for (int i = 0; i < TestData.SIZES.get(segment); i++) {
                lines.add(user(100 * (segment + 1) + i, i));
            }
        }
        lines.add("100,fr,75001,France,30,[],[],2020-09-01 08:00:00");
        lines.add("900,be,1000,,3,[],[],2020-09-01 08:00:00");
        lines.add("901,fr,,Canada,3,[],[],2020-09-01 08:00:00");
        return lines;
    }

    /** Primary in Paris, secondary in Lyon, or unknown in all respects; sign-ups are of 2020, so 5 years are added. */
    private static String user(int id, int i) {
        return switch (i % 3) {
            case 0 -> id + ",fr,75011,France,10,\"[\"\"CP\"\", \"\"CE1\"\"]\",[],2020-09-01 08:00:00";
            case 1 -> id + ",fr,69002,,5,\"[\"\"6e\"\", \"\"2nde\"\"]\",\"[\"\"SVT\"\"]\",2020-10-01 08:00:00";
            default -> id + ",fr,,,,,,";
        };
    }

    private static List<String> contents() {
        List<String> lines = new ArrayList<>();
        lines.add("id,title,type,markdown,etat,niveaux,created_at,published_at,"
                + "transition_ecologique,sante_mentale,ecole_inclusive,cps,reussite_tous_eleves");
        List<String> types = List.of("article", "fiche_outils", "guide_pratique");
        for (int type = 0; type < types.size(); type++) {
            for (int id = 1; id <= CONTENTS_OF_TYPE[type]; id++) {
                lines.add(content(types.get(type), id));
            }
        }
        lines.add(content("kit", 1));
        lines.add(content("podcast", 1));
        lines.add(content("podcast", 2));
        lines.add(content("kit", 1));
        return lines;
    }

    private static String content(String type, int id) {
        String key = type + "/" + id;
        String etat = key.equals(TestData.UNPUBLISHED) ? "brouillon" : "publie";
        List<String> codes = List.of(
                "ecological_transition", "mental_health", "inclusive_school", "psychosocial_skills", "student_success");
        String defi = TestData.PRIORITY.getOrDefault(key, "");
        List<String> flags =
                codes.stream().map(code -> code.equals(defi) ? "1" : "0").toList();
        return "%d,\"Titre %s, no %d\",%s,,%s,\"['CP', 'CE1']\",2024-01-0%d 09:00:00,2024-02-0%d 10:00:00,%s"
                .formatted(id, type, id, type, etat, id, id, String.join(",", flags));
    }

    private static List<String> topics() {
        return List.of(
                "id,type,reduced topics",
                "1,article,mathematics",
                "2,article,Orthographe et dictée",
                "3,article,32",
                "1,fiche_outils,noise",
                "2,fiche_outils,Emotions",
                "1,guide_pratique,no such topic");
    }

    private List<String> interactions() {
        events.add("id,user_id,type,content_type,content_id,created_at");
        for (int segment = 0; segment < HABITS.length; segment++) {
            for (int i = 0; i < TestData.SIZES.get(segment); i++) {
                int user = 100 * (segment + 1) + i;
                behave(user, HABITS[converted.getOrDefault(user, segment)]);
            }
        }
        add(100, "connexion", "", "", AS_OF);
        events.add(events.getLast());
        events.add("900001,100,page_view,Contenu,1,not a date");
        events.add("900002,999,page_view,Contenu,1,2025-06-01 10:00:00");
        events.add("900003,900,page_view,Contenu,1,2025-06-01 10:00:00");
        return events;
    }

    private void behave(int user, int[] habits) {
        SplittableRandom random = new SplittableRandom(user);
        for (int habit = 0; habit < habits.length; habit++) {
            int times = habits[habit] + random.nextInt(1 + habits[habit] / 4);
            for (int event = 0; event < times; event++) {
                act(user, habit, event, AS_OF.minusMinutes(random.nextInt(1, 400_000)));
            }
        }
    }

    private void act(int user, int habit, int event, LocalDateTime at) {
        switch (habit) {
            case 0 -> add(user, "page_view", TYPES.get(0), "" + contentId(user, event, habit), at);
            case 1, 2 -> add(user, "download", TYPES.get(habit), "" + contentId(user, event, habit), at);
            case 3 -> {
                add(user, "opened_mail", "opened_mail", "5f3c" + event, at);
                add(user, "session", "opened_mail", "5f3c" + event, at);
            }
            case 4 -> add(user, "click_mail", "infolettre_hebdo", "5f3c" + event, at);
            case 5 -> add(user, "contenu_vote", "Contenu", "1", at);
            default -> add(user, "comment_posted", "Contenu", "1", at);
        }
    }

    /** Everyone's first use of a type is its last content; further ones go round, from a place of the user's own. */
    private static int contentId(int user, int event, int type) {
        int count = CONTENTS_OF_TYPE[type];
        return event == 0 ? count : 1 + (user + event) % count;
    }

    private void add(int user, String type, String contentType, String content, LocalDateTime at) {
        events.add("%d,%d,%s,%s,%s,%s".formatted(events.size(), user, type, contentType, content, at.format(SECONDS)));
    }
}
