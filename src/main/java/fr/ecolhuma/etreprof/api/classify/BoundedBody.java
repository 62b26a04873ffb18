package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.problem.ApiException;
import fr.ecolhuma.etreprof.classification.ContentText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Bodies of requests, never more of them in memory than is allowed. */
final class BoundedBody {

    private BoundedBody() {}

    /** Whether there is a body; its first byte is lost. */
    static boolean isGiven(HttpServletRequest request) {
        try {
            return request.getContentLengthLong() > 0
                    || request.getInputStream().read() >= 0;
        } catch (IOException e) {
            throw broken();
        }
    }

    /**
     * The body.
     *
     * @throws ApiException 400 if it breaks off
     * @throws fr.ecolhuma.etreprof.classification.DocumentException if it has more bytes than allowed
     */
    static byte[] read(HttpServletRequest request, int most) {
        if (request.getContentLengthLong() > most) {
            throw ContentText.tooLarge();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw ContentText.tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw broken();
        }
    }

    /** The refusal of a body that ends too early or is badly chunked. */
    static ApiException broken() {
        return ApiException.badRequest("found a body that breaks off or is badly chunked; send it again");
    }
}
