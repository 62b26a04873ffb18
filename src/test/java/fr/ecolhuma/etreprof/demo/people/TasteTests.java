package fr.ecolhuma.etreprof.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.corpus.CorpusText;
import fr.ecolhuma.etreprof.demo.catalogue.DemoContent;
import fr.ecolhuma.etreprof.demo.catalogue.Shelf;
import fr.ecolhuma.etreprof.demo.catalogue.Shelf.Book;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.school.Teaching;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasteTests {

    private static final Book CP = book(1, "noise", "CP", 100, Integer.MAX_VALUE);
    private static final Book TROISIEME = book(2, "noise", "3e", 100, Integer.MAX_VALUE);
    private static final Book STRESS = book(3, "stress", "CP", 100, Integer.MAX_VALUE);
    private static final Book WITHDRAWN = book(4, "noise", "CP", 100, 200);

    private final Dice dice = Dice.of(1, Purpose.TASTE, 0);

    @Test
    void contentsOfTheLevelsTaughtAreChosenMoreOften() {
        Taste taste = new Taste(List.of(), Teaching.mask(List.of("CP")), null);

        assertThat(times(TROISIEME, taste, List.of(CP, TROISIEME))).isBetween(50, 200);
    }

    @Test
    void contentsOfFavouriteThemesAreChosenMoreOften() {
        Taste taste = new Taste(List.of("stress"), 0, null);

        assertThat(times(STRESS, taste, List.of(CP, STRESS))).isBetween(800, 900);
    }

    @Test
    void nothingIsChosenBeforeItsPublicationOrAfterItsWithdrawal() {
        Taste taste = new Taste(List.of("noise"), 0, null);
        Shelf shelf = Shelf.of(List.of(WITHDRAWN), type -> true);

        assertThat(taste.choose(shelf, 0, 99, dice)).isNull();
        assertThat(taste.choose(shelf, 200, 300, dice)).isNull();
        assertThat(taste.choose(shelf, 199, 300, dice)).isEqualTo(WITHDRAWN);
    }

    @Test
    void anEmptyShelfHasNothingToChoose() {
        Shelf shelf = Shelf.of(List.of(CP), "kit"::equals);

        assertThat(new Taste(List.of("noise"), 0, null).choose(shelf, 0, 300, dice))
                .isNull();
    }

    private int times(Book wanted, Taste taste, List<Book> books) {
        Shelf shelf = Shelf.of(books, type -> true);
        int times = 0;
        for (int i = 0; i < 1000; i++) {
            times += wanted.equals(taste.choose(shelf, 0, 300, dice)) ? 1 : 0;
        }
        return times;
    }

    private static Book book(int id, String theme, String level, int published, int withdrawn) {
        CorpusText text = new CorpusText("t" + id, "T", "article", theme, List.of(), List.of(level), "Texte");
        return Book.of(new DemoContent(id, text, "T", text.levels(), "publie", 90, published, withdrawn, 1));
    }
}
