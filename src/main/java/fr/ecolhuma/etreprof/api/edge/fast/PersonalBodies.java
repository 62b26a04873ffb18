package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The profiles of users as bytes, for the valve that answers before Spring; their controller registers at the start.
 */
@Component
public final class PersonalBodies {

    /** The pattern that it is counted under. */
    public static final String ROUTE = "/user/{user_id}/profile";

    private static final Pattern PROFILE = Pattern.compile("/user/([0-9]{1,18})/profile");

    private volatile @Nullable Function<String, Optional<Supplier<PreparedBody>>> profiles;

    /** Registers the maker of bodies by id; it returns empty for an unknown user. */
    public void profiles(Function<String, Optional<Supplier<PreparedBody>>> maker) {
        profiles = maker;
    }

    /** The body of a path, or empty when the path is not the profile of a known user. */
    public Optional<Supplier<PreparedBody>> at(String path) {
        Function<String, Optional<Supplier<PreparedBody>>> maker = profiles;
        Matcher profile = PROFILE.matcher(path);
        return maker == null || !profile.matches() ? Optional.empty() : maker.apply(profile.group(1));
    }
}
