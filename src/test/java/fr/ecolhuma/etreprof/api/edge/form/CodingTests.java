package fr.ecolhuma.etreprof.api.edge.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTests {

    /** RFC 9110, 12.5.3: the examples there, and each rule at its edge. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            ''                                | PLAIN
            gzip                              | GZIP
            GZIP                              | GZIP
            x-gzip                            | GZIP
            compress, gzip                    | GZIP
            gzip, deflate, br, zstd           | GZIP
            compress;q=0.5, gzip;q=1.0        | GZIP
            gzip;q=1.0, identity; q=0.5, *;q=0 | GZIP
            gzip ; q = 0.001                  | GZIP
            *                                 | GZIP
            *;q=0.2                           | GZIP
            br                                | PLAIN
            identity                          | PLAIN
            gzip;q=0                          | PLAIN
            gzip;q=0.0, *                     | PLAIN
            gzip;q=0.5, identity              | PLAIN
            gzip;q=0.5, identity;q=0.5        | GZIP
            gzip;q=0.4, identity;q=0.5        | PLAIN
            identity, *;q=0                   | PLAIN
            gzip, identity;q=0                | GZIP_ONLY
            gzip, *;q=0                       | GZIP_ONLY
            identity;q=0, *                   | GZIP_ONLY
            identity;q=0                      | NONE
            *;q=0                             | NONE
            br, identity;q=0                  | NONE
            gzip;q=0, identity;q=0            | NONE
            gzip;q=2                          | PLAIN
            gzip;q=NaN                        | PLAIN
            gzip;q=-1                         | PLAIN
            gzip;q                            | PLAIN
            gzip;level=9                      | PLAIN
            ,, gzip ,;,                       | GZIP
            """)
    void theCallerChooses(String header, Coding coding) {
        assertThat(Coding.accepted(header)).isEqualTo(coding);
    }

    @Test
    void aVeryLongHeaderIsNotTakenApart() {
        assertThat(Coding.accepted("gzip, ".repeat(100))).isEqualTo(Coding.PLAIN);
    }
}
