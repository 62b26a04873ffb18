package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.Keys;
import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import fr.ecolhuma.etreprof.api.edge.keys.Role;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets callers pass who have the right that their call needs, or else says what is missing. */
@Component
final class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessSettings settings;
    private final Keys keys;

    AccessRules(AccessSettings settings, Keys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> sender, RequestAuthorizationContext call) {
        Authentication known = sender.get();
        require(
                call.getRequest(),
                known != null && known.getPrincipal() instanceof Caller caller ? caller : new Caller.Unknown(null));
        return new AuthorizationDecision(true);
    }

    /**
     * Lets the request pass or refuses it, by the table.
     *
     * @throws ApiException 401 or 403
     */
    void require(HttpServletRequest request, Caller caller) {
        require(request, caller, AccessTable.need(request));
    }

    /**
     * Lets the request pass or refuses it.
     *
     * @throws ApiException 401 or 403
     */
    void require(HttpServletRequest request, Caller caller, Need need) {
        if (isOpen(need)) {
            return;
        }
        switch (caller) {
            case Caller.WithKey(NamedKey key) -> require(key.role(), need);
            case Caller.OfUser(long user) -> require(user, request, need);
            case Caller.Unknown(String reason)
            when mustShowKey(need) ->
                throw ApiException.of(
                                reason == null ? ProblemKind.NO_KEY : ProblemKind.UNKNOWN_KEY,
                                (reason == null ? "found no bearer token" : reason)
                                        + "; send 'Authorization: Bearer' with " + Role.keysWith(need.right())
                                        + (keys.areConfigured() ? "" : "; no key is configured, set ETREPROF_KEYS"))
                        .value("roles", Role.codesWith(need.right()));
            case Caller.Unknown(String reason) ->
                Locality.obstacle(request).ifPresent(obstacle -> {
                    throw refusal(obstacle, reason, need);
                });
        }
    }

    private boolean isOpen(Need need) {
        return switch (settings.read()) {
            case OPEN -> need == Need.NOTHING || need.isReading();
            case AUTO -> need == Need.NOTHING || need == Need.READING;
            case KEY -> need == Need.NOTHING;
        };
    }

    /** Whether being on this machine gives no right. */
    private boolean mustShowKey(Need need) {
        return keys.areConfigured() || (need.isReading() && settings.read() == AccessSettings.Read.KEY);
    }

    private static void require(Role role, Need need) {
        if (!role.may(need.right())) {
            throw ApiException.of(
                            ProblemKind.FORBIDDEN_ROLE,
                            "found %s's key, expected %s".formatted(role.inWords(), Role.keysWith(need.right())))
                    .value("found", role.code())
                    .value("roles", Role.codesWith(need.right()));
        }
    }

    private static void require(long user, HttpServletRequest request, Need need) {
        boolean own = need == Need.OWN && AccessTable.isOf(user, request);
        if (!own && need != Need.EVENTS) {
            throw ApiException.of(
                    need == Need.OWN ? ProblemKind.OTHER_USER : ProblemKind.FORBIDDEN_ROLE,
                    need == Need.OWN
                            ? "found the token of another user, expected this user's token or %s"
                                    .formatted(Role.keysWith(need.right()))
                            : "found a user token, expected %s; a user token is for the profile and the recommendations of its user"
                                    .formatted(Role.keysWith(need.right())));
        }
    }

    /** A key that is sent and not valid is the cause, wherever the call comes from. */
    private static ApiException refusal(Locality.Obstacle obstacle, @Nullable String reason, Need need) {
        String detail = (reason == null ? obstacle.cause() : reason)
                + "; no key is configured, so only direct calls on this machine may do this; set ETREPROF_ADMIN_TOKEN or ETREPROF_KEYS and send a key as a bearer token";
        return ApiException.of(
                reason == null ? obstacle.problem() : ProblemKind.UNKNOWN_KEY,
                need.isReading() || reason != null ? ApiException.Kind.UNAUTHORIZED : ApiException.Kind.FORBIDDEN,
                detail);
    }

    /** Whether the caller has every right because no key is configured and the request comes from this machine. */
    boolean isTrustedHere(HttpServletRequest request) {
        return !keys.areConfigured() && Locality.isLocal(request);
    }
}
