package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a cell says: nothing, a value, or something that its column does not allow. */
public sealed interface CellValue<T> {

    /** An empty cell, or one of the words that tools write for null. */
    record Null<T>() implements CellValue<T> {}

    /** A value. */
    record Understood<T>(T found) implements CellValue<T> {}

    /** A filled cell whose form or value the column does not allow; to be counted, and never guessed at. */
    record NotUnderstood<T>() implements CellValue<T> {}

    static <T> CellValue<T> none() {
        return new Null<>();
    }

    static <T> CellValue<T> of(T found) {
        return new Understood<>(found);
    }

    static <T> CellValue<T> notUnderstood() {
        return new NotUnderstood<>();
    }

    /** The value, or null where there is none. */
    default @Nullable T value() {
        return this instanceof Understood<T> understood ? understood.found() : null;
    }

    /** The value read further; null stays null. */
    default <R> CellValue<R> then(Function<T, CellValue<R>> reading) {
        return switch (this) {
            case Null<T> nothing -> none();
            case NotUnderstood<T> other -> notUnderstood();
            case Understood<T> understood -> reading.apply(understood.found());
        };
    }
}
