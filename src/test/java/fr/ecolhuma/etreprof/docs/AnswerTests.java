package fr.ecolhuma.etreprof.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the answer that a document shows, and what does not. */
class AnswerTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"b\": [2]}  | {\"b\":[2],\"a\":1.0}",
                "{\"a\": 0.42}           | {\"a\":0.4151}",
                "{\"a\": \"…\"}          | {\"a\":{\"b\":5}}",
                "{\"a\": \"… s\"}        | {\"a\":\"3.2 s\"}",
                "[1, \"…\"]              | [1,2,3]",
                "{\"a\": 1} {\"a\": 2}   | {\"a\":1}{\"a\":2}",
            })
    void jsonIsComparedByValue(String expected, String printed) {
        assertThat(Answer.difference(expected, printed, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}              | {\"a\":2}",
                "{\"a\": 1}              | {\"a\":1,\"b\":1}",
                "{\"a\": 1, \"b\": 1}    | {\"a\":1}",
                "{\"a\": 0.42}           | {\"a\":0.44}",
                "{\"a\": \"… s\"}        | {\"a\":\"3.2 min\"}",
                "{\"a\": \"1\"}          | {\"a\":1}",
                "[1, 2]                  | [2,1]",
                "[1, 2, \"…\"]           | [1]",
                "{\"a\": 1}              | {\"a\":1}{\"a\":2}",
                "{\"a\": 1} {\"a\": 2}   | {\"a\":1}",
                "{\"a\": 1}              | no JSON",
            })
    void anotherValueIsADifference(String expected, String printed) {
        assertThat(Answer.difference(expected, printed, true)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"a b, a b, true", "a … c, a b b c, true", "a … c, a b, false", "a, a b, false", "a.c, abc, false"})
    void textIsComparedByLine(String expected, String printed, boolean same) {
        assertThat(Answer.difference(expected, printed, false).isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"a;…;d, a;b;c;d, true", "a;b, a;b;c, false", "a … c, a;c, false"})
    void aLineOfItsOwnStandsForLines(String expected, String printed, boolean same) {
        assertThat(Answer.difference(expected.replace(';', '\n'), printed.replace(';', '\n'), false)
                        .isEmpty())
                .isEqualTo(same);
    }
}
