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

    private static final int MOST_YEARS = 60;

    /** Whether someone can have taught for so many years. */
    static boolean isAnciennete(int years) {
        return years >= 0 && years <= MOST_YEARS;
    }

    /** Whether the user was not there yet at an instant. */
    boolean hasSignedUpAfter(LocalDateTime time) {
        return createdAt != null && createdAt.isAfter(time);
    }

    /** The user with a sign-up, or without one for null. */
    User signedUp(@Nullable LocalDateTime time) {
        return new User(id, codePostal, departement, academie, anciennete, time, degre, levels, discipline, typeEtab);
    }

    /** The user with a subject. */
    User teaching(@Nullable String subject) {
        return new User(id, codePostal, departement, academie, anciennete, createdAt, degre, levels, subject, typeEtab);
    }

    /**
     * The user in a later year than the one of the sign-up, at which the years of teaching were declared.
     *
     * @param unclear whether something was declared that is no number of years
     */
    User in(int year, boolean unclear) {
        return new User(
                id,
                codePostal,
                departement,
                academie,
                unclear ? null : anciennete(year),
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
        int years = (anciennete == null ? 0 : anciennete) + (createdAt == null ? 0 : year - createdAt.getYear());
        return isAnciennete(years) ? years : null;
    }
}
