package fr.ecolhuma.etreprof.recommendation.reason;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data for the sentences of all personal lists. */
public final class PersonalReasons {

    private static final String ALIKE = "dont l'activité ressemble à la vôtre";

    private final List<CatalogueItem> catalogue;
    private final Titles titles;
    private final List<SegmentUsage> usage;
    private final LevelUsage levels;
    private final DefiLabels labels;

    /** The sentences by segment, from none, and content; each is made at its first use, since the same ones recur. */
    private final @Nullable String[][] ofUse;

    private final Map<Stage, @Nullable String[][]> ofUseAtStage = new EnumMap<>(Stage.class);

    /**
     * Creates the sentences of a catalogue.
     *
     * @param usage one per segment
     * @param levels of the same contents
     */
    public PersonalReasons(
            List<CatalogueItem> catalogue, List<SegmentUsage> usage, LevelUsage levels, DefiLabels labels) {
        this.catalogue = List.copyOf(catalogue);
        this.titles = new Titles(this.catalogue);
        this.usage = List.copyOf(usage);
        this.levels = levels;
        this.labels = labels;
        this.ofUse = new String[usage.size() + 1][catalogue.size()];
        levels.byStage()
                .keySet()
                .forEach(stage -> ofUseAtStage.put(stage, new String[usage.size() + 1][catalogue.size()]));
    }

    /**
     * The sentences of one list; its entries must ask in their order.
     *
     * @param segment the reader's, -1 for none
     */
    public ListReasons list(int segment, TaughtLevels taught) {
        return new ListReasons(this, new NamedTitles(titles), segment, taught);
    }

    Titles titles() {
        return titles;
    }

    String withDefi(int content, String sentence) {
        return Subject.withDefi(sentence, catalogue.get(content), labels);
    }

    /** Whether a sentence of use has a figure. */
    boolean isCounted(int content, int segment, TaughtLevels taught) {
        return UseReason.isCounted(counted(mostUsedAt(content, segment, taught), segment), content);
    }

    /**
     * The sentence by the number of users, counted at that one of the reader's stages where the content is used most.
     */
    String ofUse(int content, int segment, TaughtLevels taught) {
        Stage stage = mostUsedAt(content, segment, taught);
        @Nullable String[] sentences = (stage == null ? ofUse : ofUseAtStage.getOrDefault(stage, ofUse))[segment + 1];
        String known = sentences[content];
        if (known == null) {
            // two threads may write the same sentence; either may stay
            known = makeOfUse(content, segment, stage);
            sentences[content] = known;
        }
        return known;
    }

    private @Nullable Stage mostUsedAt(int content, int segment, TaughtLevels taught) {
        Stage stage = null;
        double most = 0;
        for (Stage one : levels.counted(taught, segment)) {
            SegmentUsage counted = counted(one, segment);
            double share = segment < 0 ? counted.populationShare(content) : counted.segmentShare(content);
            if (stage == null || share > most) {
                stage = one;
                most = share;
            }
        }
        return stage;
    }

    private SegmentUsage counted(@Nullable Stage stage, int segment) {
        return (stage == null ? usage : levels.at(stage)).get(Math.max(0, segment));
    }

    private String makeOfUse(int content, int segment, @Nullable Stage stage) {
        SegmentUsage counted = counted(stage, segment);
        String where = stage == null ? "" : " qui enseignent " + at(stage);
        return segment < 0
                ? UseReason.ofAll(counted, content, where)
                : UseReason.ofSegment(counted, content, where, (stage == null ? " " : " et ") + ALIKE);
    }

    private static String at(Stage stage) {
        return switch (stage) {
            case MATERNELLE -> "en maternelle";
            case ELEMENTAIRE -> "en élémentaire";
            case COLLEGE -> "au collège";
            case LYCEE -> "au lycée";
            case LYCEE_PRO -> "en lycée professionnel";
            case AUTRE -> throw new IllegalArgumentException("found no stage of pupils, expected one");
        };
    }
}
