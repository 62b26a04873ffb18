package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is one of the contract's: no failure of the service, no word of its inside. */
class FuzzTests extends DemoService {

    private static final int REQUESTS = 10_000;

    /** What HTTP itself says of a transfer encoding or version that no server need know. */
    private static final Set<Integer> OF_HTTP = Set.of(501, 505);

    @ParameterizedTest
    @ValueSource(longs = {20250710, 1})
    void everyAnswerIsOneOfTheContract(long seed) throws IOException {
        RequestFuzzer fuzzer = new RequestFuzzer(document(), seed);
        try (RawConnection connection = new RawConnection(port())) {
            for (int i = 0; i < REQUESTS; i++) {
                RequestFuzzer.Request request = fuzzer.next();
                check(request, answer(connection, request));
            }
        }
    }

    private static RawConnection.Answer answer(RawConnection connection, RequestFuzzer.Request request) {
        try {
            return connection.send(request.method(), request.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to\n" + request, e);
        }
    }

    private static void check(RequestFuzzer.Request request, RawConnection.Answer answer) {
        int status = answer.status();
        assertThat(status < 500 || OF_HTTP.contains(status))
                .as("%d for%n%s%n%s", status, request, answer.body())
                .isTrue();
        if (status >= 400 && !request.method().equals("HEAD")) {
            assertThat(answer.headers().get("content-type"))
                    .as("%d for%n%s", status, request)
                    .isEqualTo("application/problem+json");
            Calls.problem(answer.body(), status);
        }
    }
}
