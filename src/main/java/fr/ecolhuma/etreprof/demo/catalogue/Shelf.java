package fr.ecolhuma.etreprof.demo.catalogue;

import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Odds;
import fr.ecolhuma.etreprof.demo.school.Teaching;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contents to choose from by popularity, as a whole or within a theme. */
public final class Shelf {

    /**
     * A content as event rows need it.
     *
     * @param id its cell
     * @param name its {@code content_type} in events
     * @param levels bits as in {@link Teaching#mask}
     */
    public record Book(DemoContent item, RawCells id, String name, int levels) {

        public static Book of(DemoContent item) {
            return new Book(
                    item,
                    RawCells.of(Integer.toString(item.id())),
                    item.type().equals("article") ? "Contenu" : item.type().replace('_', '-'),
                    Teaching.mask(item.levels()));
        }
    }

    private final List<Book> books;
    private final Odds weights;
    private final Map<String, Shelf> themes;

    private Shelf(List<Book> books, Map<String, Shelf> themes) {
        this.books = books;
        this.themes = themes;
        weights = Odds.of(books.size(), i -> books.get(i).item().popularity());
    }

    /** The matching books, in their order. */
    public static Shelf of(List<Book> books, Predicate<String> types) {
        List<Book> chosen =
                books.stream().filter(book -> types.test(book.item().type())).toList();
        Map<String, List<Book>> byTheme = chosen.stream()
                .collect(Collectors.groupingBy(book -> book.item().text().theme()));
        Map<String, Shelf> themes = new HashMap<>();
        byTheme.forEach((theme, list) -> themes.put(theme, new Shelf(list, Map.of())));
        return new Shelf(chosen, themes);
    }

    /** A book of any theme, null when there is none. */
    @Nullable
    public Book draw(Dice dice) {
        return books.isEmpty() ? null : books.get(weights.draw(dice));
    }

    /** A book of a theme, of any theme when this one has none. */
    @Nullable
    public Book draw(Dice dice, String theme) {
        return themes.getOrDefault(theme, this).draw(dice);
    }
}
