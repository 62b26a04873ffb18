package fr.ecolhuma.etreprof.api.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyMemoryTests {

    private static final int MOST = 1 << 20;

    private static MockHttpServletRequest sent(int size) {
        byte[] body = new byte[size];
        new Random(1).nextBytes(body);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);
        return request;
    }

    private static BodyMemory.Room read(BodyMemory memory, MockHttpServletRequest request) {
        return memory.read(request, MOST, () -> ApiException.of(ProblemKind.TOO_LARGE, "too large"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 100_000, MOST - 1, MOST})
    void aBodyIsReadWhole(int size) {
        MockHttpServletRequest request = sent(size);
        try (BodyMemory.Room room = read(new BodyMemory(4_000), request)) {
            assertThat(room.bytes()).isEqualTo(request.getContentAsByteArray());
        }
    }

    @Test
    void aLargerBodyIsRefusedAndKeepsNoRoom() {
        BodyMemory memory = new BodyMemory(2_048);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> read(memory, sent(MOST + 1))).hasMessage("too large");
        }
        read(memory, sent(MOST)).close();
    }

    @Test
    void bodiesFindRoomUntilTheMemoryIsTakenAndAgainWhenItIsGivenBack() {
        BodyMemory memory = new BodyMemory(3_000);
        BodyMemory.Room first = read(memory, sent(MOST));
        BodyMemory.Room second = read(memory, sent(MOST));
        assertThatThrownBy(() -> read(memory, sent(MOST)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE));
        read(memory, sent(1_000)).close();
        first.close();
        first.close();
        read(memory, sent(MOST)).close();
        second.close();
        memory.take(2_900 << 10).close();
    }
}
