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

/** The facts about each content that scoring needs, in flat arrays. */
public final class CatalogueFacts {

    /** The number of days that halves freshness. */
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

    /** The shelves by the bits of the levels; each is made at its first use. */
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

    /** The matching contents, in their order. */
    int[] rows(IntPredicate wanted) {
        return IntStream.range(0, stages.length).filter(wanted).toArray();
    }

    private static int number(Map<String, Integer> numbers, String name) {
        int next = numbers.size();
        return numbers.computeIfAbsent(name, unseen -> next);
    }

    /** The latest publication day of the contents that may be recommended; today's date does not matter. */
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
     * The likeness of two contents apart from their texts: 0.12 for the same theme, 0.08 for a common défi, 0.07 for
     * levels of the same stage and 0.03 for the same type.
     */
    double kinship(int one, int other) {
        double kinship = themes[one] >= 0 && themes[one] == themes[other] ? THEME : 0;
        kinship += (defis[one] & defis[other]) != 0 ? DEFI : 0;
        kinship += (stages[one] & stages[other]) != 0 ? STAGE : 0;
        return kinship + (types[one] == types[other] ? TYPE : 0);
    }

    /** Its theme, -1 when it is unknown. */
    int theme(int content) {
        return themes[content];
    }

    /** Whether it serves a défi. */
    boolean isPriority(int content) {
        return defis[content] != 0;
    }

    /** Rows of the contents that may not be recommended; callers must not change the array. */
    int[] unpublished() {
        return unpublished;
    }

    /** All contents that may be recommended. */
    PersonalList.Choice online() {
        return online;
    }

    /** The contents on two shelves: those that may suit a teacher of these stages, and the others. */
    Shelves shelves(TaughtLevels levels) {
        Shelves known = shelves.get(levels.bits());
        if (known == null) {
            known = Shelves.of(this, content -> fits(content, levels));
            shelves.set(levels.bits(), known);
        }
        return known;
    }

    /** The number of its type. */
    int type(int content) {
        return types[content];
    }

    /**
     * The freshness: 1 for the newest publication, halved every {@link #FRESH_DAYS} of age, 0 when the day is unknown.
     */
    double freshness(int content) {
        return freshness[content];
    }

    /**
     * Whether a content may suit a teacher of these stages; trainers and users without a known stage see all contents.
     */
    boolean fits(int content, TaughtLevels levels) {
        boolean anyone = (levels.bits() & ~OTHERS) == 0 || stages[content] == 0;
        return anyone || (stages[content] & levels.bits()) != 0;
    }
}
