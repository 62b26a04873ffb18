package fr.ecolhuma.etreprof.api.served;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is not said of few users, so that nobody can be told from a number. */
public final class FewUsers {

    /** Fewer users than these are not counted in public. */
    public static final int FEWEST = 5;

    private FewUsers() {}

    /** Whether so many users are too few to be counted, though there are some. */
    public static boolean hides(long users) {
        return users > 0 && users < FEWEST;
    }

    /**
     * Which parts of a whole are not counted: the small ones, and with them the smallest of the others, since the sum of
     * what is left out can be told from the whole.
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
