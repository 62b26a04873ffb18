package fr.ecolhuma.etreprof.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Tests {

    @Test
    void everyCharacterIsAccepted() {
        Utf8 utf8 = new Utf8();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    assertThat(utf8.accept(b & 0xff)).isTrue();
                }
                assertThat(utf8.isInside()).isFalse();
            }
        }
    }

    /** Stray and missing bytes, overlong forms, surrogates, and what lies beyond the last character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e9",
                "80",
                "c3",
                "c341",
                "c080",
                "c1bf",
                "e08080",
                "e282",
                "eda080",
                "f0808080",
                "f4908080",
                "f5",
                "ff"
            })
    void whatTheStandardDecoderRefusesIsRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(isAccepted(bytes)).isEqualTo(isDecoded(bytes)).isFalse();
    }

    private static boolean isAccepted(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        for (byte b : bytes) {
            if (!utf8.accept(b & 0xff)) {
                return false;
            }
        }
        return !utf8.isInside();
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
