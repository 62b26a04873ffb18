package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.usage.Popularity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The score of a content for a user: for each content of the history the learnt weight and the weighted similarity, and
 * beside the history the popularity in the segment at the levels taught, the fit of the levels and the freshness.
 */
public final class PersonalScores {

    private final CatalogueFacts facts;
    private final Popularity popularity;
    private final LearntRecommender learnt;

    /** One entry per content; at most two rows per segment and set of levels, of which some fifty occur. */
    private final Map<Reader, double[]> beside = new ConcurrentHashMap<>();

    /** The part of the score that many users share; it is added to the scores of the history. */
    private record Reader(boolean personal, int segment, TaughtLevels levels) {}

    /**
     * Creates the scores of a catalogue.
     *
     * @param learnt the relations between contents
     */
    public PersonalScores(CatalogueFacts facts, Popularity popularity, LearntRecommender learnt) {
        this.facts = facts;
        this.popularity = popularity;
        this.learnt = learnt;
    }

    public PersonalScores with(ServingWeights weights) {
        return new PersonalScores(facts, popularity, learnt.with(weights));
    }

    /** Whether a history of this many contents counts. */
    boolean isPersonal(int size) {
        return size > 0 && !learnt.isEmpty();
    }

    /** Adds the scores that a number of uses of one content give to every content. */
    void addUses(int used, int times, double[] scores) {
        if (times > 0) {
            learnt.weights().add(used, times * learnt.serving().history(), scores);
            learnt.similar().add(used, times * learnt.serving().content(), scores);
        }
    }

    /**
     * Fills the score of every content.
     *
     * @param history different rows of the catalogue
     * @param segment -1 for none
     */
    public void fill(int[] history, int segment, TaughtLevels levels, double[] scores) {
        double[] same =
                beside.computeIfAbsent(new Reader(isPersonal(history.length), segment, levels), this::besideHistory);
        if (history.length == 0) {
            System.arraycopy(same, 0, scores, 0, scores.length);
            return;
        }
        learnt.weights().scores(history, scores);
        double scale = learnt.serving().history();
        for (int content = 0; content < scores.length; content++) {
            scores[content] *= scale;
        }
        for (int i = 0; i < history.length && learnt.serving().content() > 0; i++) {
            learnt.similar().add(history[i], learnt.serving().content(), scores);
        }
        for (int content = 0; content < scores.length; content++) {
            scores[content] += same[content];
        }
    }

    private double[] besideHistory(Reader reader) {
        double weight = useWeight(reader.personal(), reader.segment());
        double fresh = freshWeight(reader.personal());
        double[] users = popularity.of(reader.segment(), reader.levels());
        double[] same = new double[facts.contents()];
        for (int content = 0; content < same.length; content++) {
            same[content] =
                    weight * users[content] + level(content, reader.levels()) + fresh * facts.freshness(content);
        }
        return same;
    }

    /**
     * Fills the scores of a user with a history under each of several weights. The history is summed up once.
     *
     * @param weights one per row
     */
    public void fillAll(
            int[] history, int segment, TaughtLevels levels, List<ServingWeights> weights, double[][] rows) {
        double[] uses = new double[facts.contents()];
        double[] alike = new double[uses.length];
        learnt.weights().scores(history, uses);
        for (int content : history) {
            learnt.similar().add(content, 1, alike);
        }
        double[] users = popularity.of(segment, levels);
        for (int content = 0; content < uses.length; content++) {
            double misfit = facts.fits(content, levels) ? 0 : 1;
            double fresh = facts.freshness(content);
            for (int row = 0; row < rows.length; row++) {
                ServingWeights one = weights.get(row);
                rows[row][content] = one.history() * uses[content]
                        + one.content() * alike[content]
                        + one.segment() * users[content]
                        - one.level() * misfit
                        + one.freshness() * fresh;
            }
        }
    }

    /** The weight of popularity: for a user without a segment, popularity with all users must not drown the basket. */
    double useWeight(boolean personal, int segment) {
        double weight = learnt.serving().segment();
        if (!personal) {
            return Math.max(1, weight);
        }
        return segment < 0 ? Math.min(1, weight) : weight;
    }

    private double freshWeight(boolean personal) {
        double weight = learnt.serving().freshness();
        return personal ? weight : Math.max(ServingWeights.LEAST_FRESHNESS, weight);
    }

    /** The amount that the use of one content adds to the score of another through common users. */
    double learnt(int used, int content) {
        return learnt.serving().history() * learnt.weights().weight(used, content);
    }

    /** The amount that the use of one content adds to the score of another through their likeness. */
    double alike(int used, int content) {
        return learnt.serving().content() * learnt.similar().between(used, content);
    }

    /** The popularity before it is weighted: one entry per content; callers must not change the array. */
    double[] popularity(int segment, TaughtLevels levels) {
        return popularity.of(segment, levels);
    }

    /**
     * The amount that popularity adds.
     *
     * @param personal whether the user's history counts
     */
    double use(int content, boolean personal, int segment, TaughtLevels levels) {
        return useWeight(personal, segment) * popularity.of(content, segment, levels);
    }

    /** The amount that the levels add, 0 or less. */
    double level(int content, TaughtLevels levels) {
        return facts.fits(content, levels) ? 0 : 0 - learnt.serving().level();
    }

    /**
     * The amount that the freshness adds.
     *
     * @param personal whether the user's history counts
     */
    double freshness(int content, boolean personal) {
        return freshWeight(personal) * facts.freshness(content);
    }
}
