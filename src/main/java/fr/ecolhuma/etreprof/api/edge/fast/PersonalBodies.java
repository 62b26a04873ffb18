package fr.ecolhuma.etreprof.api.edge.fast;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The profile of a user as bytes, for who answers before Spring is asked; told by the controller at the start. */
@Component
public final class PersonalBodies {

    /** The pattern that it is counted under. */
    public static final String ROUTE = "/user/{user_id}/profile";

    private static final Pattern PROFILE = Pattern.compile("/user/([0-9]{1,18})/profile");

    private volatile @Nullable Function<String, Optional<Supplier<byte[]>>> profiles;

    /** Tells who makes the body, given an id; empty for a user who is not known. */
    public void profiles(Function<String, Optional<Supplier<byte[]>>> maker) {
        profiles = maker;
    }

    /** Makes the body of a path, or empty when it is no profile of a known user. */
    public Optional<Supplier<byte[]>> at(String path) {
        Function<String, Optional<Supplier<byte[]>>> maker = profiles;
        Matcher profile = PROFILE.matcher(path);
        return maker == null || !profile.matches() ? Optional.empty() : maker.apply(profile.group(1));
    }
}
