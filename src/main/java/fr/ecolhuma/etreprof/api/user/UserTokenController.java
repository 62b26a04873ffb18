package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.edge.keys.UserTokens;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.UnreadBody;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /user/{user_id}/token}: a token by which a browser reads the data of that user alone. The model need not have
 * the user: one who signed up today has none yet.
 */
@RestController
final class UserTokenController {

    record Answer(boolean success, String token, String expiresAt) {}

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final UserTokens tokens;

    UserTokenController(UserTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping(path = "/user/{user_id}/token", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> issue(@PathVariable("user_id") String userId, HttpServletRequest request) {
        UnreadBody.refuse(request);
        long id = WholeNumber.userId(userId);
        UserTokens.Issued issued = tokens.issue(id)
                .orElseThrow(
                        () -> ApiException.of(
                                ProblemKind.NO_TOKEN_SECRET,
                                "found no secret to sign user tokens with; the operator sets ETREPROF_TOKEN_SECRET, 32 bytes or more"));
        return ResponseEntity.ok()
                // packed with what a caller chooses, a secret could be guessed by the length
                .cacheControl(CacheControl.noStore().noTransform())
                .body(new Answer(true, issued.token(), MILLIS.format(issued.expiresAt())));
    }
}
