package fr.ecolhuma.etreprof.api.served;

import org.jspecify.annotations.Nullable;

/** What is not said of few users, so that nobody can be told from a number. */
public final class FewUsers {

    /** Fewer users than these are not counted in public. */
    public static final int FEWEST = 5;

    private FewUsers() {}

    /** Whether so many users are too few to be counted, though there are some. */
    public static boolean hides(long users) {
        return users > 0 && users < FEWEST;
    }

    /** The number, or null when it is too small to be shown. */
    public static @Nullable Integer shown(int users) {
        return hides(users) ? null : (Integer) users;
    }
}
