package fr.ecolhuma.etreprof.demo.people;

import fr.ecolhuma.etreprof.demo.catalogue.Shelf;
import fr.ecolhuma.etreprof.demo.catalogue.Shelf.Book;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.school.Teaching;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The likings of a user: a few themes, the levels taught, perhaps a défi. Choices follow popularity and taste together: a
 * recommender has something to find, and never all of it.
 *
 * @param themes favourite first, twice in the list the more it is liked
 * @param levels bits of the levels taught, 0 when unknown
 * @param defi code of a défi, or null
 */
public record Taste(
        List<String> themes, int levels, @Nullable String defi) {

    private static final int FAVOURITES = 3;
    private static final int TRIES = 12;
    private static final double BY_THEME = 0.7;
    private static final double HAS_DEFI = 0.5;
    private static final double OTHER_LEVEL = 0.12;
    private static final double OTHER_DEFI = 0.5;

    public static Taste of(Teaching teaching, Shelf everything, Dice dice) {
        Taste open = new Taste(List.of(), Teaching.mask(teaching.levels()), null);
        List<String> themes = new ArrayList<>();
        String defi = null;
        for (int favourite = 0; favourite < FAVOURITES; favourite++) {
            Book liked = open.choose(everything, 0, Integer.MAX_VALUE - 1, dice);
            if (liked != null) {
                themes.addAll(Collections.nCopies(
                        FAVOURITES - favourite, liked.item().text().theme()));
                defi = defi == null ? firstDefi(liked, dice) : defi;
            }
        }
        return new Taste(List.copyOf(themes), open.levels(), defi);
    }

    /** A content that could be met between two days of the era, null when none is found. */
    @Nullable
    public Book choose(Shelf shelf, int from, int to, Dice dice) {
        Book best = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            boolean byTheme = !themes.isEmpty() && dice.chance(BY_THEME);
            Book book = byTheme ? shelf.draw(dice, dice.oneOf(themes)) : shelf.draw(dice);
            if (book != null && book.item().meets(from, to)) {
                best = book;
                if (dice.chance(fit(book))) {
                    return book;
                }
            }
        }
        return best;
    }

    /** Chance to take a content once met. */
    private double fit(Book book) {
        boolean level = levels == 0 || book.levels() == 0 || (levels & book.levels()) != 0;
        boolean liked = defi == null || book.item().text().defis().contains(defi);
        return (level ? 1 : OTHER_LEVEL) * (liked ? 1 : OTHER_DEFI);
    }

    private static @Nullable String firstDefi(Book book, Dice dice) {
        List<String> defis = book.item().text().defis();
        return defis.isEmpty() || !dice.chance(HAS_DEFI) ? null : defis.getFirst();
    }
}
