package fr.ecolhuma.etreprof.recompute.gates;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateFindingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.5        | 0.5  | PASSED  | share: found 0.5, limit at least 0.5
            0.499999   | 0.5  | REFUSED | share: found 0.499999, limit at least 0.5
            0.49994    | 0.5  | REFUSED | share: found 0.4999, limit at least 0.5
            0.00001    | 0.5  | REFUSED | share: found 0, limit at least 0.5
            0.87654321 | 0.5  | PASSED  | share: found 0.8765, limit at least 0.5
            0          | 1    | REFUSED | share: found 0, limit at least 1
            NaN        | 0.5  | REFUSED | share: found no number, limit at least 0.5
            """)
    void aLeastIsKeptOrNot(double found, double limit, Verdict verdict, String sentence) {
        GateFinding finding = GateFinding.atLeast("share", found, limit);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding).hasToString(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1               | PASSED  | drift: found 0.1, limit at most 0.25
            0.10000001        | WATCH   | drift: found 0.10000001, limit at most 0.25
            0.25              | WATCH   | drift: found 0.25, limit at most 0.25
            0.25000001        | REFUSED | drift: found 0.25000001, limit at most 0.25
            12345678          | REFUSED | drift: found 12345678, limit at most 0.25
            NaN               | REFUSED | drift: found no number, limit at most 0.25
            Infinity          | REFUSED | drift: found no number, limit at most 0.25
            """)
    void aMostIsKeptWatchedOrNot(double found, Verdict verdict, String sentence) {
        GateFinding finding = GateFinding.atMost("drift", found, 0.1, 0.25);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding).hasToString(sentence);
    }

    @Test
    void aLimitIsShownAsItIsSet() {
        assertThat(GateFinding.atMost("loss", 0.06, 0.05)).hasToString("loss: found 0.06, limit at most 0.05");
        assertThat(GateFinding.atMost("rows", 9, 0.00001)).hasToString("rows: found 9, limit at most 0.00001");
    }
}
