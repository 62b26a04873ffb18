package fr.ecolhuma.etreprof.recommendation.item;

import fr.ecolhuma.etreprof.recommendation.usage.Parallel;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;

/** The contents most like each content, by texts, levels, theme and type; immutable. */
public final class SimilarContents implements ItemScorer {

    /** The most neighbours of a content that are kept. */
    public static final int MOST = 50;

    private static final int ROWS_A_TASK = 32;

    /** Gives the neighbours of a content when a model is read. */
    public interface Rows {

        /** Rows of the catalogue, most similar first. */
        int[] neighbours(int content);

        /** The likeness of each of the neighbours, in the same order. */
        float[] similarities(int content);
    }

    private final int[][] neighbours;
    private final float[][] similarities;

    private SimilarContents(int[][] neighbours, float[][] similarities) {
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    /**
     * Neighbours from rows; the caller must not use the rows afterwards.
     *
     * @param contents the number of contents
     * @throws IllegalArgumentException if a row is too long, names an unknown content, itself or one twice, or has a
     *     similarity outside 0 to 1 or above the one before it
     */
    public static SimilarContents of(int contents, Rows source) {
        int[][] neighbours = new int[contents][];
        float[][] similarities = new float[contents][];
        for (int content = 0; content < contents; content++) {
            neighbours[content] = source.neighbours(content);
            similarities[content] = source.similarities(content);
            requireSound(content, neighbours[content], similarities[content], contents);
        }
        return new SimilarContents(neighbours, similarities);
    }

    /** Neighbours for contents of which none is like another. */
    public static SimilarContents none(int contents) {
        int[][] neighbours = new int[contents][0];
        return new SimilarContents(neighbours, new float[contents][0]);
    }

    private static void requireSound(int content, int[] row, float[] values, int contents) {
        require(content, row.length <= MOST && row.length == values.length, "at most 50 neighbours, each once");
        require(content, Arrays.stream(row).distinct().count() == row.length, "at most 50 neighbours, each once");
        for (int i = 0; i < row.length; i++) {
            require(content, row[i] >= 0 && row[i] < contents && row[i] != content, "other rows of the catalogue");
            require(
                    content,
                    values[i] > 0 && values[i] <= (i == 0 ? 1 : values[i - 1]),
                    "similarities of 1 down to above 0");
        }
    }

    private static void require(int content, boolean sound, String expected) {
        if (!sound) {
            throw new IllegalArgumentException(
                    "neighbours of content %d: found other values, expected %s".formatted(content, expected));
        }
    }

    /** Keeps the most similar contents of each content; among equally similar ones the lower rows. */
    public static SimilarContents of(int contents, ItemSimilarity similarity, ExecutorService executor) {
        int[][] neighbours = new int[contents][];
        float[][] similarities = new float[contents][];
        Parallel.runs(executor, contents, ROWS_A_TASK, content -> {
            double[] row = new double[contents];
            similarity.fill(content, row);
            for (int other = 0; other < contents; other++) {
                row[other] = other != content && (float) row[other] > 0 ? row[other] : Double.NEGATIVE_INFINITY;
            }
            neighbours[content] = TopItems.best(row, MOST);
            similarities[content] = picked(row, neighbours[content]);
        });
        return new SimilarContents(neighbours, similarities);
    }

    private static float[] picked(double[] row, int[] contents) {
        float[] picked = new float[contents.length];
        for (int i = 0; i < contents.length; i++) {
            picked[i] = (float) Math.min(1, row[contents[i]]);
        }
        return picked;
    }

    /** The number of contents. */
    public int contents() {
        return neighbours.length;
    }

    /** The number of neighbours of a content. */
    public int size(int content) {
        return neighbours[content].length;
    }

    /** The neighbour at a place, most similar first. */
    public int neighbour(int content, int place) {
        return neighbours[content][place];
    }

    /** The likeness of the neighbour at a place, above 0 and at most 1. */
    public float similarity(int content, int place) {
        return similarities[content][place];
    }

    /** The likeness of another content to a content; 0 if it is not among its neighbours. */
    public double between(int content, int other) {
        int[] row = neighbours[content];
        for (int place = 0; place < row.length; place++) {
            if (row[place] == other) {
                return similarities[content][place];
            }
        }
        return 0;
    }

    @Override
    public void add(int item, double factor, double[] scores) {
        int[] row = neighbours[item];
        for (int place = 0; place < row.length; place++) {
            scores[row[place]] += factor * similarities[item][place];
        }
    }
}
