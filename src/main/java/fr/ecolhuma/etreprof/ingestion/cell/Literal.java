package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as programs write it into a cell: in JSON, by Python's repr, or as an array of PostgreSQL. */
sealed interface Literal {

    /** A text; the only value that names anything. */
    record Text(String text) implements Literal {}

    /** A number or a truth value, as it is written. */
    record Scalar(String written) implements Literal {}

    /** {@code null}, {@code None} and the like. */
    record Nothing() implements Literal {}

    record Items(List<Literal> items) implements Literal {

        public Items {
            items = List.copyOf(items);
        }
    }

    record Entries(Map<String, Literal> entries) implements Literal {

        public Entries {
            entries = Map.copyOf(entries);
        }
    }

    /** The value that a whole text writes, or null when it writes none. */
    static @Nullable Literal of(String text) {
        try {
            return new LiteralParser(text).whole();
        } catch (LiteralParser.Malformed e) {
            return null;
        }
    }

    /** The text or number, or null for anything else. */
    default @Nullable String asText() {
        return switch (this) {
            case Text named -> Texts.meaning(named.text());
            case Scalar scalar -> scalar.written();
            case Nothing nothing -> null;
            case Items items -> null;
            case Entries entries -> null;
        };
    }
}
