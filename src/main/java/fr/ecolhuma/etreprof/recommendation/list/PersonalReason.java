package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The French sentence that says why a content is on a personal list. */
final class PersonalReason {

    /** A second content is named with the first when it contributes at least this share of what the first does. */
    private static final double SECOND = 0.5;

    private static final Pattern OPENING = Pattern.compile("«[ \\u00a0\\u202f]*");
    private static final Pattern CLOSING = Pattern.compile("[ \\u00a0\\u202f]*»");

    private final List<SegmentUsage> usage;
    private final List<SegmentReason> segments;
    private final SegmentReason.Labels labels;

    private final LevelUsage levels;

    /** By segment, from none, and content; made when they are first wanted, since the same are wanted again and again. */
    private final @Nullable String[][] ofUse;

    private final Map<Stage, @Nullable String[][]> ofUseAtStage = new EnumMap<>(Stage.class);

    /**
     * Sentences.
     *
     * @param usage one a segment
     * @param levels of the same contents
     * @param names French names of the segments
     * @param labels French names of the défis
     */
    PersonalReason(List<SegmentUsage> usage, LevelUsage levels, List<String> names, SegmentReason.Labels labels) {
        this.usage = usage;
        this.levels = levels;
        this.segments =
                names.stream().map(name -> new SegmentReason(name, labels)).toList();
        this.labels = labels;
        this.ofUse = new String[usage.size() + 1][usage.getFirst().entries().size()];
        levels.byStage()
                .keySet()
                .forEach(stage -> ofUseAtStage.put(
                        stage,
                        new String[usage.size() + 1][usage.getFirst().entries().size()]));
    }

    /** Of a content that goes with some of the history, strongest first; what is not online is not named. */
    String ofHistory(List<PersonalEntry.Because> because) {
        List<PersonalEntry.Because> shown =
                because.stream().filter(one -> one.item().published()).toList();
        if (shown.isEmpty()) {
            return "Consulté par des enseignants qui lisent les mêmes contenus que vous.";
        }
        PersonalEntry.Because first = shown.getFirst();
        String titles = quoted(first.item());
        if (shown.size() > 1 && shown.get(1).contribution() >= SECOND * first.contribution()) {
            titles += " et " + quoted(shown.get(1).item());
        }
        return "Parce que vous avez consulté " + titles + ".";
    }

    /** Of a content that is like one of the history. */
    String ofLikeness(CatalogueItem like) {
        return closeTo(like) + ", que vous avez consulté.";
    }

    /** Of a content that goes with one that is being looked at. */
    String ofSharedUsers(CatalogueItem with) {
        return "Consulté par les enseignants qui ont aussi consulté %s.".formatted(quoted(with));
    }

    /** Of a content that is like one that is being looked at. */
    String ofKinship(CatalogueItem with) {
        return closeTo(with) + ".";
    }

    /**
     * Of a content by how many use it: those who teach at the stage, of the user's, where it is used most.
     *
     * @param segment -1 for none
     */
    String ofUse(int content, int segment, TaughtLevels taught) {
        Stage stage = null;
        double most = 0;
        for (Stage one : levels.telling(taught, segment)) {
            double share = share(levels.at(one), content, segment);
            if (stage == null || share > most) {
                stage = one;
                most = share;
            }
        }
        @Nullable String[] sentences = (stage == null ? ofUse : ofUseAtStage.getOrDefault(stage, ofUse))[segment + 1];
        String known = sentences[content];
        if (known == null) {
            // two threads may write the same sentence, and either will do
            known = makeOfUse(content, segment, stage);
            sentences[content] = known;
        }
        return known;
    }

    private static double share(List<SegmentUsage> usage, int content, int segment) {
        return segment < 0
                ? usage.getFirst().populationShare(content)
                : usage.get(segment).segmentShare(content);
    }

    private String makeOfUse(int content, int segment, @Nullable Stage stage) {
        List<SegmentUsage> counted = stage == null ? usage : levels.at(stage);
        String where = stage == null ? "" : at(stage);
        String figure = segment < 0
                ? SegmentReason.figureOfAll(counted.getFirst(), content, where)
                : segments.get(segment).figure(counted.get(segment), content, where);
        return figure + ".";
    }

    private static String at(Stage stage) {
        return switch (stage) {
            case MATERNELLE -> " de maternelle";
            case ELEMENTAIRE -> " d'élémentaire";
            case COLLEGE -> " de collège";
            case LYCEE -> " de lycée";
            case LYCEE_PRO -> " de lycée professionnel";
            case AUTRE -> throw new IllegalArgumentException("found no stage of pupils, expected one");
        };
    }

    /** Of a content on a reserved place, before what else speaks for it. */
    String ofDefi(CatalogueItem item, String sentence) {
        return "Défi prioritaire « " + labels.labelOf(item.defis().getFirst()) + " » : "
                + sentence.substring(0, 1).toLowerCase(Locale.FRENCH) + sentence.substring(1);
    }

    private static String closeTo(CatalogueItem item) {
        return (item.published() ? "Proche de " : "Proche d'") + quoted(item);
    }

    /** The title of a content that is online; another one's is not for teachers' eyes. */
    private static String quoted(CatalogueItem item) {
        if (!item.published()) {
            return "un contenu qui n'est plus en ligne";
        }
        return "« "
                + (item.title().isBlank()
                        ? "sans titre"
                        : withoutGuillemets(item.title().strip())) + " »";
    }

    /** French puts what is quoted inside a quotation between other marks. */
    private static String withoutGuillemets(String title) {
        return title.indexOf('«') < 0
                ? title
                : CLOSING.matcher(OPENING.matcher(title).replaceAll("“")).replaceAll("”");
    }
}
