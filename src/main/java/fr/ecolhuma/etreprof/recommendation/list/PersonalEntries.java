package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry.Because;
import fr.ecolhuma.etreprof.recommendation.reason.ListReasons;
import fr.ecolhuma.etreprof.recommendation.reason.Supporter;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Splits the score of a content into its parts and explains it in words. */
final class PersonalEntries {

    /** The most contents of the history that are named; the amounts of the others are one part. */
    static final int NAMED = 10;

    private final List<CatalogueItem> catalogue;
    private final PersonalScores scores;
    private final ListReasons reasons;
    private final PersonalRequest request;
    private final int[] history;

    /**
     * Creates entries for one request.
     *
     * @param history the rows from which the score was computed
     */
    PersonalEntries(
            List<CatalogueItem> catalogue,
            PersonalScores scores,
            ListReasons reasons,
            PersonalRequest request,
            int[] history) {
        this.catalogue = catalogue;
        this.scores = scores;
        this.reasons = reasons;
        this.request = request;
        this.history = history;
    }

    PersonalEntry entry(PersonalSelection.Chosen chosen, double score) {
        int content = chosen.content();
        double[] contributions = new double[history.length];
        double learnt = 0;
        double alike = 0;
        for (int i = 0; i < history.length; i++) {
            double byUsers = scores.learnt(history[i], content);
            double byContent = scores.alike(history[i], content);
            contributions[i] = byUsers + byContent;
            learnt += byUsers;
            alike += byContent;
        }
        List<Because> because = because(contributions);
        double use = scores.use(content, history.length > 0, request.segment(), request.levels());
        List<Supporter> likest = likest(because, content);
        Source source = source(learnt, likest.isEmpty() ? 0 : alike, use);
        String reason = switch (source) {
            case HISTORY -> reasons.ofHistory(content, strongest(because));
            case SIMILAR -> reasons.ofLikeness(content, likest);
            default -> reasons.ofUse(content);
        };
        return new PersonalEntry(
                catalogue.get(content),
                score,
                chosen.reserved() ? Source.DEFI : source,
                because,
                parts(content, learnt + alike - sum(because), use),
                chosen.reserved() ? reasons.ofDefi(content, reason) : reason);
    }

    /** The largest part, if any is above 0. */
    private Source source(double learnt, double alike, double use) {
        if (learnt > 0 && learnt >= alike && learnt >= use) {
            return Source.HISTORY;
        }
        if (alike > 0 && alike >= use) {
            return Source.SIMILAR;
        }
        return ofUse();
    }

    private Source ofUse() {
        return request.segment() < 0 ? Source.POPULAR : Source.SEGMENT;
    }

    private List<Because> because(double[] contributions) {
        double[] positive = contributions.clone();
        for (int i = 0; i < positive.length; i++) {
            positive[i] = positive[i] > 0 ? positive[i] : Double.NEGATIVE_INFINITY;
        }
        List<Because> because = new ArrayList<>();
        for (int i : TopItems.best(positive, NAMED)) {
            because.add(new Because(history[i], catalogue.get(history[i]), contributions[i]));
        }
        return because;
    }

    private static List<Supporter> strongest(List<Because> because) {
        return because.stream()
                .map(one -> new Supporter(one.row(), one.contribution()))
                .toList();
    }

    /** The most alike of the named contents, so that the sentence names contents that the answer shows. */
    private List<Supporter> likest(List<Because> because, int content) {
        return because.stream()
                .filter(one -> one.item().published())
                .map(one -> new Supporter(one.row(), scores.alike(one.row(), content)))
                .filter(one -> one.weight() > 0)
                .sorted(Comparator.comparingDouble(one -> -one.weight()))
                .toList();
    }

    private static double sum(List<Because> because) {
        return because.stream().mapToDouble(Because::contribution).sum();
    }

    private SortedMap<String, Double> parts(int content, double unnamed, double use) {
        SortedMap<String, Double> parts = new TreeMap<>();
        parts.put(ofUse().code(), use);
        parts.put("level", scores.level(content, request.levels()));
        parts.put("freshness", scores.freshness(content, history.length > 0));
        if (history.length > 0) {
            parts.put("other_history", unnamed);
        }
        return parts;
    }
}
