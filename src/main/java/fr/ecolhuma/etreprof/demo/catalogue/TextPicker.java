package fr.ecolhuma.etreprof.demo.catalogue;

import fr.ecolhuma.etreprof.corpus.CorpusText;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * Picks the texts of a catalogue: each one once, then again as variants with another title. The corpus has many more
 * texts with a défi than real catalogues do, so variants are of texts without one, except as many as bring a large
 * catalogue to 12 %.
 */
final class TextPicker {

    /** A text, and how many times it was picked before. */
    record Pick(CorpusText text, int repeat) {}

    private static final double DEFI_SHARE = 0.12;

    private final List<CorpusText> all;

    TextPicker(List<CorpusText> corpus, Dice dice) {
        all = shuffled(corpus, dice);
    }

    List<Pick> picks(int size) {
        List<Pick> picks = new ArrayList<>(size);
        all.stream().limit(size).forEach(text -> picks.add(new Pick(text, 0)));
        List<CorpusText> with =
                all.stream().filter(text -> !text.defis().isEmpty()).toList();
        List<CorpusText> without =
                all.stream().filter(text -> text.defis().isEmpty()).toList();
        int variants = size - picks.size();
        int withDefi = (int) Math.clamp(size * DEFI_SHARE - with.size(), 0, variants);
        addVariants(picks, with, withDefi);
        addVariants(picks, without, variants - withDefi);
        return picks;
    }

    private static void addVariants(List<Pick> picks, List<CorpusText> texts, int count) {
        for (int i = 0; i < count; i++) {
            picks.add(new Pick(texts.get(i % texts.size()), 1 + i / texts.size()));
        }
    }

    private static List<CorpusText> shuffled(List<CorpusText> corpus, Dice dice) {
        List<CorpusText> texts = new ArrayList<>(corpus);
        for (int i = texts.size() - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            CorpusText moved = texts.get(i);
            texts.set(i, texts.get(j));
            texts.set(j, moved);
        }
        return texts;
    }
}
