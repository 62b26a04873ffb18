package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A user kept by the cleaning, without anything that names a person.
 *
 * @param id the platform's id
 * @param codePostal five characters, or null when unknown
 * @param departement {@code 01} to {@code 95}, {@code 2A}, {@code 2B} or three digits overseas, or null
 * @param academie its French name, or null when unknown
 * @param anciennete years of teaching at the as-of date, or null when unknown
 * @param createdAt the sign-up, or null when unreadable
 * @param degre 1 primary, 2 secondary, 3 trainer, 0 when no level is known
 * @param levels the stages taught
 * @param discipline the first subject, for users of the second degree, or null
 * @param typeEtab the kind of school, or null
 */
public record User(
        long id,
        @Nullable String codePostal,
        @Nullable String departement,
        @Nullable String academie,
        @Nullable Integer anciennete,
        @Nullable LocalDateTime createdAt,
        int degre,
        TaughtLevels levels,
        @Nullable String discipline,
        @Nullable String typeEtab) {

    /** The user in a later year than the one of the sign-up, at which the years of teaching were declared. */
    User in(int year) {
        return new User(
                id,
                codePostal,
                departement,
                academie,
                anciennete(year),
                createdAt,
                degre,
                levels,
                discipline,
                typeEtab);
    }

    private @Nullable Integer anciennete(int year) {
        if (anciennete == null && createdAt == null) {
            return null;
        }
        return (anciennete == null ? 0 : anciennete) + (createdAt == null ? 0 : year - createdAt.getYear());
    }
}
