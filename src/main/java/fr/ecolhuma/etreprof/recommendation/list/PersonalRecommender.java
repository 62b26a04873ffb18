package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.reason.DefiLabels;
import fr.ecolhuma.etreprof.recommendation.reason.ListReasons;
import fr.ecolhuma.etreprof.recommendation.reason.PersonalReasons;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.Popularity;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** Scores every content for a user, exactly and at once; immutable, safe for several threads. */
public final class PersonalRecommender {

    private final List<CatalogueItem> catalogue;
    private final CatalogueFacts facts;
    private final PersonalScores scores;
    private final PersonalReasons reasons;
    private final LevelUsage levels;
    private final LearntRecommender learnt;

    /**
     * Creates a recommender.
     *
     * @param catalogue every content
     * @param usage one per segment
     * @param levels the use of the same contents at each stage
     * @param labels French names of the défis
     * @param learnt the base of personal lists; if it is empty, lists rest on segments or on all users
     */
    public PersonalRecommender(
            List<CatalogueItem> catalogue,
            List<SegmentUsage> usage,
            LevelUsage levels,
            DefiLabels labels,
            LearntRecommender learnt) {
        this.catalogue = List.copyOf(catalogue);
        this.facts = new CatalogueFacts(catalogue);
        this.levels = levels;
        this.scores = new PersonalScores(facts, new Popularity(usage, levels), learnt);
        this.reasons = new PersonalReasons(catalogue, usage, levels, labels);
        this.learnt = learnt;
    }

    /**
     * The list for a request; it is full if enough contents pass the filter. Of a long history, only the latest {@link
     * Ease#MOST_ITEMS_A_USER} contents count. Contents for other stages than the user's are on it only if too few
     * contents fit.
     */
    public PersonalList recommend(PersonalRequest request) {
        int[] used = used(request.history());
        int[] latest = Arrays.copyOfRange(used, Math.max(0, used.length - Ease.MOST_ITEMS_A_USER), used.length);
        int[] history = scores.isPersonal(latest.length) ? latest : new int[0];
        double[] row = new double[catalogue.size()];
        scores.fill(history, request.segment(), request.levels(), row);
        PersonalList.Choice choice = keepOut(row, request.filter());
        request.excluded().forEach(content -> row[content] = Double.NEGATIVE_INFINITY);
        for (int i = 0; i < used.length && !request.seen(); i++) {
            row[used[i]] = Double.NEGATIVE_INFINITY;
        }
        PersonalEntries entries = new PersonalEntries(
                catalogue, scores, reasons.list(request.segment(), request.levels()), request, history);
        return new PersonalList(
                Rung.of(history.length > 0, request.segment(), levels.isCounted(request.levels(), request.segment())),
                PersonalSelection.choose(facts, row, request.limit(), facts.shelves(request.levels())).stream()
                        .map(chosen -> entries.entry(chosen, row[chosen.content()]))
                        .toList(),
                choice);
    }

    /** Each content once, at its last place. */
    private static int[] used(List<Integer> history) {
        int[] used = new int[history.size()];
        int from = used.length;
        BitSet known = new BitSet();
        for (int i = used.length - 1; i >= 0; i--) {
            int content = history.get(i);
            if (!known.get(content)) {
                known.set(content);
                used[--from] = content;
            }
        }
        return Arrays.copyOfRange(used, from, used.length);
    }

    private PersonalList.Choice keepOut(double[] row, ContentFilter filter) {
        if (filter.equals(ContentFilter.ANY)) {
            for (int content : facts.unpublished()) {
                row[content] = Double.NEGATIVE_INFINITY;
            }
            return facts.online();
        }
        int accepted = 0;
        int priorities = 0;
        for (int content = 0; content < row.length; content++) {
            if (filter.accepts(catalogue.get(content))) {
                accepted++;
                priorities += facts.isPriority(content) ? 1 : 0;
            } else {
                row[content] = Double.NEGATIVE_INFINITY;
            }
        }
        return new PersonalList.Choice(accepted, priorities);
    }

    /**
     * Contents like one of the catalogue, best first, without itself, by likeness and by common users. Contents whose
     * score is 0 are left out.
     *
     * @param row of the content in the catalogue
     * @param limit at most this many, at least 1
     */
    public List<PersonalEntry> similar(int row, ContentFilter filter, int limit) {
        double[] together = new double[catalogue.size()];
        for (int content = 0; content < together.length; content++) {
            double score = byContent(row, content) + byUsers(row, content);
            together[content] = score > 0 ? score : Double.NEGATIVE_INFINITY;
        }
        keepOut(together, filter);
        together[row] = Double.NEGATIVE_INFINITY;
        ListReasons sentences = reasons.list(-1, TaughtLevels.NONE);
        return Arrays.stream(TopItems.best(together, limit))
                .mapToObj(content -> similar(row, content, together[content], sentences))
                .toList();
    }

    private PersonalEntry similar(int row, int content, double score, ListReasons sentences) {
        CatalogueItem with = catalogue.get(row);
        boolean users = byUsers(row, content) > byContent(row, content);
        return new PersonalEntry(
                catalogue.get(content),
                score,
                users ? Source.HISTORY : Source.SIMILAR,
                List.of(new PersonalEntry.Because(row, with, score)),
                new TreeMap<>(),
                users ? sentences.ofSharedUsers(row) : sentences.ofKinship(row));
    }

    private double byContent(int row, int content) {
        return learnt.isEmpty() ? facts.kinship(row, content) : learnt.similar().between(row, content);
    }

    private double byUsers(int row, int content) {
        return learnt.weights().weight(row, content);
    }
}
