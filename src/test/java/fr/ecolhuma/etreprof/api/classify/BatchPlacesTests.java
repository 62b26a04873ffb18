package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import org.junit.jupiter.api.Test;

class BatchPlacesTests {

    private final BatchPlaces places = new BatchPlaces();

    private void assertNone(String caller) {
        assertThatThrownBy(() -> places.take(caller)).isInstanceOf(ApiException.class);
    }

    @Test
    void eightBatchesAreInWorkAtOnce() {
        BatchPlaces.Place first = places.take("");
        for (int i = 1; i < 8; i++) {
            places.take("");
        }
        assertNone("");
        assertNone("web");
        first.close();
        places.take("web");
        assertNone("web");
    }

    @Test
    void aCallerHasTwoOfThem() {
        BatchPlaces.Place first = places.take("web");
        places.take("web");
        assertNone("web");
        places.take("app");
        first.close();
        places.take("web");
        assertNone("web");
    }
}
