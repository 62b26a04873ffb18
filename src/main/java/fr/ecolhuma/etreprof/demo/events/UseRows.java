package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.csv.RawCells;
import fr.ecolhuma.etreprof.demo.catalogue.DemoContent;
import fr.ecolhuma.etreprof.demo.catalogue.Shelf;
import fr.ecolhuma.etreprof.demo.catalogue.Shelf.Book;
import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Odds;
import fr.ecolhuma.etreprof.demo.chance.Season;
import fr.ecolhuma.etreprof.demo.people.Actor;
import fr.ecolhuma.etreprof.demo.people.Traits;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a user's views and downloads of contents. */
final class UseRows {

    private static final double GONE = 0.004;
    private static final double AT_ONCE = 0.3;
    private static final int SOON = 60;
    private static final Odds CASES = Odds.of(0.96, 0.03, 0.01);
    private static final List<String> ARTICLE = List.of("Contenu", "contenu", "CONTENU");

    private final Map<String, RawCells> labels = new HashMap<>();
    private final Season season;
    private final EventSink sink;
    private final Shelf articles;
    private final Shelf fiches;
    private final Shelf guides;
    private final Shelf others;
    private final Shelf everything;

    UseRows(List<DemoContent> catalogue, Era era, EventSink sink) {
        this.sink = sink;
        season = Season.visits(era);
        List<Book> books = catalogue.stream().map(Book::of).toList();
        Set<String> main = Set.of("article", "fiche_outils", "guide_pratique");
        articles = Shelf.of(books, "article"::equals);
        fiches = Shelf.of(books, "fiche_outils"::equals);
        guides = Shelf.of(books, "guide_pratique"::equals);
        others = Shelf.of(books, type -> !main.contains(type));
        everything = Shelf.of(books, type -> true);
    }

    Shelf everything() {
        return everything;
    }

    void write(Actor actor, RowPlan plan) throws IOException {
        write(actor, plan.of(RowKind.ARTICLE), "page_view", articles, "Contenu");
        write(actor, plan.of(RowKind.FICHE), "download", fiches, "fiche-outils");
        write(actor, plan.of(RowKind.GUIDE), "download", guides, "guide-pratique");
        write(actor, plan.of(RowKind.OTHER_DOWNLOAD), "download", others, "kit");
    }

    /** An act upon a content of any type, such as a vote. */
    void act(Actor actor, String type) throws IOException {
        row(actor, type, everything, "Contenu");
    }

    private void write(Actor actor, int rows, String type, Shelf shelf, String gone) throws IOException {
        for (int row = 0; row < rows; row++) {
            row(actor, type, shelf, gone);
        }
    }

    /** Some contents have left the catalogue since: their ids are unknown now. */
    private void row(Actor actor, String type, Shelf shelf, String gone) throws IOException {
        Dice dice = actor.dice();
        Traits traits = actor.traits();
        Book book = dice.chance(GONE) ? null : actor.taste().choose(shelf, traits.signUpDay(), traits.lastDay(), dice);
        if (book == null) {
            RawCells unknown = RawCells.of(Integer.toString(900_000 + dice.below(1000)));
            sink.add(actor, label(type, cased(gone, dice)), unknown, actor.moment(season));
        } else {
            sink.add(actor, label(type, cased(book.name(), dice)), book.id(), instant(actor, book.item()));
        }
    }

    /** While it is published; often when the user or the content is new. */
    private long instant(Actor actor, DemoContent item) {
        int from = Math.max(actor.traits().signUpDay(), item.firstDay());
        int to = Math.min(actor.traits().lastDay(), item.withdrawn() - 1);
        boolean soon = actor.dice().chance(AT_ONCE);
        return actor.moment(season, from, soon ? Math.min(to, from + SOON) : to);
    }

    private static String cased(String name, Dice dice) {
        return name.equals("Contenu") ? ARTICLE.get(CASES.draw(dice)) : name;
    }

    private RawCells label(String type, String name) {
        return labels.computeIfAbsent(type + "," + name, RawCells::of);
    }
}
