package fr.ecolhuma.etreprof.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParameterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content=a+b%2Bc              | a b+c
            x=1&content=%C3%A9t%c3%a9&y  | été
            content=%F0%9F%98%80         | 😀
            content=a=b                  | a=b
            content=                     | ''
            content                      | ''
            contents=a&xcontent=b        |
            %63ontent=a                  |
            """)
    void itsValueIsDecoded(String query, String value) {
        assertThat(QueryParameter.of("content", query)).isEqualTo(value);
    }

    @Test
    void withoutAQueryThereIsNone() {
        assertThat(QueryParameter.of("content", null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content=%            | content: found a % without two hexadecimal digits; encode it as %25
            content=100%&x=1     | content: found a % without two hexadecimal digits; encode it as %25
            content=%4           | content: found a % without two hexadecimal digits; encode it as %25
            content=%zz          | content: found a % without two hexadecimal digits; encode it as %25
            content=%+1          | content: found a % without two hexadecimal digits; encode it as %25
            content=%-1          | content: found a % without two hexadecimal digits; encode it as %25
            content=%C3%28       | content: found bytes that are not UTF-8, expected percent-encoded UTF-8
            content=%ED%A0%80    | content: found bytes that are not UTF-8, expected percent-encoded UTF-8
            content=%E9          | content: found bytes that are not UTF-8, expected percent-encoded UTF-8
            content=a&content=b  | content: found two values in the query, expected one
            """)
    void whatIsNotPercentEncodedUtf8IsRefused(String query, String message) {
        assertThatThrownBy(() -> QueryParameter.of("content", query))
                .isInstanceOf(ApiException.class)
                .hasMessage(message);
    }

    @Test
    void aQueryIsAtMost64KiB() {
        String most = "content=" + "a".repeat((64 << 10) - 8);
        assertThat(QueryParameter.of("content", most)).hasSize((64 << 10) - 8);
        assertThatThrownBy(() -> QueryParameter.of("content", most + "a"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("more than 64 KiB");
    }
}
