package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.recommendation.item.ItemSimilarity;
import java.util.Arrays;
import java.util.List;

/**
 * The likeness of contents, 0 to 1: {@link #TEXT} times the cosine of their texts, and {@link CatalogueFacts#kinship}.
 */
public final class ContentLikeness implements ItemSimilarity {

    static final double TEXT = 0.7;

    private final CatalogueFacts facts;
    private final List<SparseVector> texts;
    private final int[][] postings;
    private final float[][] values;

    /**
     * Creates a likeness.
     *
     * @param texts one per content, in common terms
     */
    public ContentLikeness(CatalogueFacts facts, List<SparseVector> texts) {
        this.facts = facts;
        this.texts = texts;
        int[] counts = counts(texts);
        postings = new int[counts.length][];
        values = new float[counts.length][];
        Arrays.setAll(postings, term -> new int[counts[term]]);
        Arrays.setAll(values, term -> new float[counts[term]]);
        int[] filled = new int[counts.length];
        for (int content = 0; content < texts.size(); content++) {
            index(content, texts.get(content), filled);
        }
    }

    private static int[] counts(List<SparseVector> texts) {
        int terms = 0;
        for (SparseVector text : texts) {
            terms = Math.max(terms, text.size() == 0 ? 0 : text.feature(text.size() - 1) + 1);
        }
        int[] counts = new int[terms];
        for (SparseVector text : texts) {
            for (int i = 0; i < text.size(); i++) {
                counts[text.feature(i)]++;
            }
        }
        return counts;
    }

    private void index(int content, SparseVector text, int[] filled) {
        double length = Math.sqrt(text.squaredNorm());
        for (int i = 0; i < text.size(); i++) {
            int term = text.feature(i);
            postings[term][filled[term]] = content;
            values[term][filled[term]++] = (float) (text.value(i) / length);
        }
    }

    @Override
    public void fill(int item, double[] similarities) {
        Arrays.fill(similarities, 0);
        SparseVector text = texts.get(item);
        double length = Math.sqrt(text.squaredNorm());
        for (int i = 0; i < text.size(); i++) {
            int[] contents = postings[text.feature(i)];
            float[] others = values[text.feature(i)];
            double value = TEXT * text.value(i) / length;
            for (int place = 0; place < contents.length; place++) {
                similarities[contents[place]] += value * others[place];
            }
        }
        for (int other = 0; other < similarities.length; other++) {
            similarities[other] = Math.min(1, similarities[other] + facts.kinship(item, other));
        }
    }
}
