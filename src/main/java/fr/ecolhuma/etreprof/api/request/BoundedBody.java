package fr.ecolhuma.etreprof.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;

/** Reads bodies of requests, up to the allowed size. */
public final class BoundedBody {

    private BoundedBody() {}

    /** Whether there is a body; its first byte is lost. */
    public static boolean isGiven(HttpServletRequest request) {
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
     * @param most the allowed number of bytes
     * @param tooLarge makes the refusal of a larger body
     * @throws ApiException 400 if it ends too early or is badly chunked
     */
    public static byte[] read(HttpServletRequest request, int most, Supplier<? extends RuntimeException> tooLarge) {
        if (request.getContentLengthLong() > most) {
            throw tooLarge.get();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw tooLarge.get();
            }
            return body;
        } catch (IOException e) {
            throw broken();
        }
    }

    /** The refusal of a body that ends too early or is badly chunked. */
    public static ApiException broken() {
        return ApiException.of(
                ProblemKind.BROKEN_BODY, "found a body that ends too early or is badly chunked; send it again");
    }
}
