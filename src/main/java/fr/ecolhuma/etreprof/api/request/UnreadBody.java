package fr.ecolhuma.etreprof.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Bodies of calls that take parameters alone: nobody would read {@code {"dry_run": true}} there, and the call would publish. */
public final class UnreadBody {

    private static final int LONGEST_EMPTY = 1_024;

    private UnreadBody() {}

    /**
     * Passes a call without a body, with an empty object, or with a form, whose fields are parameters.
     *
     * @throws ApiException 400 if its body says something
     */
    public static void refuse(HttpServletRequest request) {
        if (isForm(ContentType.of(request.getContentType()))) {
            return;
        }
        byte[] body = BoundedBody.read(request, LONGEST_EMPTY, UnreadBody::refusal);
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (!text.isEmpty() && !text.equals("{}")) {
            throw refusal();
        }
    }

    private static boolean isForm(@Nullable MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
                || MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
    }

    private static ApiException refusal() {
        return ApiException.of(
                ProblemKind.UNEXPECTED_BODY, "found a body, expected none; send parameters in the query");
    }
}
