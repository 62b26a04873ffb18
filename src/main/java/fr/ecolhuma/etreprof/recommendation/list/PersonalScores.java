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

    /** One entry a content; at most two rows a segment and set of levels, of which some fifty occur. */
    private final Map<Reader, double[]> beside = new ConcurrentHashMap<>();

    /** What very many users have in common, for whom the same is added to what the history says. */
    private record Reader(boolean personal, int segment, TaughtLevels levels) {}

    /**
     * Scores.
     *
     * @param learnt what goes with what
     */
    public PersonalScores(CatalogueFacts facts, Popularity popularity, LearntRecommender learnt) {
        this.facts = facts;
        this.popularity = popularity;
        this.learnt = learnt;
    }

    public PersonalScores with(ServingWeights weights) {
        return new PersonalScores(facts, popularity, learnt.with(weights));
    }

    /** Whether a history of so many contents counts. */
    boolean isPersonal(int size) {
        return size > 0 && !learnt.isEmpty();
    }

    /** Adds what a number of uses of one content say of every content. */
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
     * Fills the scores of a user with a history under each of several weights. What the history says is summed up once.
     *
     * @param weights one a row
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

    /** What is popular with all, for somebody of no segment, must not drown what the basket says. */
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

    /** What having used one content adds to the score of another by who uses both. */
    double learnt(int used, int content) {
        return learnt.serving().history() * learnt.weights().weight(used, content);
    }

    /** What having used one content adds to the score of another by how alike they are. */
    double alike(int used, int content) {
        return learnt.serving().content() * learnt.similar().between(used, content);
    }

    /** What is used most, before it is weighed: one entry a content, not to be changed. */
    double[] popularity(int segment, TaughtLevels levels) {
        return popularity.of(segment, levels);
    }

    /**
     * What popularity adds.
     *
     * @param personal whether the user's history counts
     */
    double use(int content, boolean personal, int segment, TaughtLevels levels) {
        return useWeight(personal, segment) * popularity.of(content, segment, levels);
    }

    /** What the levels add, 0 or less. */
    double level(int content, TaughtLevels levels) {
        return facts.fits(content, levels) ? 0 : 0 - learnt.serving().level();
    }

    /**
     * What the age adds.
     *
     * @param personal whether the user's history counts
     */
    double freshness(int content, boolean personal) {
        return freshWeight(personal) * facts.freshness(content);
    }
}
