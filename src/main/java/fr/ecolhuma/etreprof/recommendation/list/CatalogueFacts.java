package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What scoring needs to know of each content, in flat arrays. */
public final class CatalogueFacts {

    /** Days that halve freshness. */
    static final double FRESH_DAYS = 180;

    private static final double THEME = 0.12;
    private static final double DEFI = 0.08;
    private static final double STAGE = 0.07;
    private static final double TYPE = 0.03;

    private static final int OTHERS = TaughtLevels.of(EnumSet.of(Stage.AUTRE)).bits();

    private final int[] stages;
    private final int[] types;
    private final int[] themes;
    private final int[] defis;
    private final double[] freshness;
    private final int[] unpublished;
    private final PersonalList.Choice online;

    /** By the bits of the levels; made when they are first wanted. */
    private final AtomicReferenceArray<Shelves> shelves = new AtomicReferenceArray<>(TaughtLevels.COUNT);

    public CatalogueFacts(List<CatalogueItem> catalogue) {
        stages = new int[catalogue.size()];
        types = new int[catalogue.size()];
        themes = catalogue.stream().mapToInt(CatalogueItem::theme).toArray();
        defis = new int[catalogue.size()];
        boolean[] published = new boolean[catalogue.size()];
        freshness = new double[catalogue.size()];
        Map<String, Integer> typeNumbers = new HashMap<>();
        Map<String, Integer> defiNumbers = new HashMap<>();
        @Nullable LocalDate newest = newest(catalogue);
        for (int content = 0; content < stages.length; content++) {
            CatalogueItem item = catalogue.get(content);
            stages[content] = TaughtLevels.ofLabels(item.levels()).bits();
            published[content] = item.published();
            types[content] = number(typeNumbers, item.key().type());
            for (String defi : item.defis()) {
                defis[content] |= 1 << number(defiNumbers, defi);
            }
            freshness[content] = freshness(item.publishedOn(), newest);
        }
        unpublished = rows(content -> !published[content]);
        online = new PersonalList.Choice(
                contents() - unpublished.length, rows(content -> published[content] && isPriority(content)).length);
    }

    /** The contents that are wanted, in their order. */
    int[] rows(IntPredicate wanted) {
        return IntStream.range(0, stages.length).filter(wanted).toArray();
    }

    private static int number(Map<String, Integer> numbers, String name) {
        int next = numbers.size();
        return numbers.computeIfAbsent(name, unseen -> next);
    }

    /** The latest day on which a content was published that may be recommended: today's date has no say. */
    private static @Nullable LocalDate newest(List<CatalogueItem> catalogue) {
        return catalogue.stream()
                .filter(CatalogueItem::published)
                .map(CatalogueItem::publishedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static double freshness(@Nullable LocalDate day, @Nullable LocalDate newest) {
        if (day == null || newest == null) {
            return 0;
        }
        return StrictMath.pow(2, -Math.max(0, ChronoUnit.DAYS.between(day, newest)) / FRESH_DAYS);
    }

    public int contents() {
        return stages.length;
    }

    /**
     * How much alike two contents are for: 0.12 for the same theme, 0.08 for a défi in common, 0.07 for levels of the
     * same stage and 0.03 for the same type.
     */
    double kinship(int one, int other) {
        double kinship = themes[one] >= 0 && themes[one] == themes[other] ? THEME : 0;
        kinship += (defis[one] & defis[other]) != 0 ? DEFI : 0;
        kinship += (stages[one] & stages[other]) != 0 ? STAGE : 0;
        return kinship + (types[one] == types[other] ? TYPE : 0);
    }

    /** Its theme, -1 when none is known. */
    int theme(int content) {
        return themes[content];
    }

    /** Whether it serves a défi. */
    boolean isPriority(int content) {
        return defis[content] != 0;
    }

    /** Rows of what may not be recommended; not to be changed. */
    int[] unpublished() {
        return unpublished;
    }

    /** All that may be recommended. */
    PersonalList.Choice online() {
        return online;
    }

    /** The contents by whether they may suit someone who teaches at these stages. */
    Shelves shelves(TaughtLevels levels) {
        Shelves known = shelves.get(levels.bits());
        if (known == null) {
            known = Shelves.of(this, content -> fits(content, levels));
            shelves.set(levels.bits(), known);
        }
        return known;
    }

    /** A number for its type. */
    int type(int content) {
        return types[content];
    }

    /** 1 for the newest publication, half of it every {@link #FRESH_DAYS} of age, 0 where no day is known. */
    double freshness(int content) {
        return freshness[content];
    }

    /** Whether a content may suit someone who teaches at these stages: trainers and those of whom no stage is known see all. */
    boolean fits(int content, TaughtLevels levels) {
        boolean anyone = (levels.bits() & ~OTHERS) == 0 || stages[content] == 0;
        return anyone || (stages[content] & levels.bits()) != 0;
    }
}
