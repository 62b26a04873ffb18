package fr.ecolhuma.etreprof.api.served;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hides figures of few users, so that no number identifies a user. */
public final class FewUsers {

    /** The fewest users whose count is shown. */
    public static final int FEWEST = 5;

    private FewUsers() {}

    /** Whether a count is above 0 and too small to be shown. */
    public static boolean hides(long users) {
        return users > 0 && users < FEWEST;
    }

    /**
     * The parts of a whole whose counts are hidden: the small ones, and the smallest of the others, since a single
     * hidden count could be computed from the whole.
     *
     * @param sizes users of each part
     */
    public static Set<Integer> hidden(List<Integer> sizes) {
        Set<Integer> hidden = IntStream.range(0, sizes.size())
                .filter(part -> hides(sizes.get(part)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        if (!hidden.isEmpty()) {
            IntStream.range(0, sizes.size())
                    .filter(part -> sizes.get(part) >= FEWEST)
                    .boxed()
                    .min(Comparator.comparing(sizes::get))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }
}
