package fr.ecolhuma.etreprof.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormTests {

    /** Here → is a tab, ⏎ a line end and “ a quote. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users    | id,json_niveau,created_at                          | ,
            users    | id;json_niveau;created_at                          | ;
            users    | id→json_niveau→created_at                          | →
            users    | “id“;“json_niveau“;“created_at“                    | ;
            users    | ID ; JSON_NIVEAU ;created_at                       | ;
            users    | id;json_niveau;created_at;nom, prénom, âge, ville  | ;
            users    | “a;b;c;d;e“,id,json_niveau,created_at              | ,
            users    | “a⏎b;c;d;e“,id,json_niveau,created_at⏎1;2;3;4;5;6  | ,
            users    | id                                                 | ,
            users    | a;b;c                                              | ;
            users    | “id,json_niveau                                    | ,
            topics   | id;reduced topics                                  | ;
            training | user;item                                          | ;
            training | user→item→timestamp                                | →
            training | user                                               | ,
            training | title, of;user;item;time                           | ;
            users    | sep=;⏎id;json_niveau;created_at                    | ;
            users    | SEP=,⏎id,json_niveau,created_at                    | ,
            users    | “sep=;“⏎id;json_niveau;created_at                  | ;
            users    | sep=→⏎id→json_niveau→created_at                    | →
            users    | sep=\\t⏎id→json_niveau→created_at                  | →
            users    | sep=;;;⏎id;json_niveau;created_at                  | ;
            users    | sep=^⏎id^json_niveau^created_at                    | ^
            users    | sep=;⏎id,json_niveau,created_at                    | ,
            training | sep=;⏎user;item, title, year                       | ;
            """)
    void theHeaderTellsTheSeparator(String role, String beginning, String separator) {
        String text = text(beginning);
        CsvForm form = CsvForm.of(TextEncoding.UTF_8, role, text + "\n");
        assertThat(String.valueOf(form.separator())).isEqualTo(text(separator));
        assertThat(form.announced()).isEqualTo(text.toLowerCase(Locale.ROOT).contains("sep="));
        assertThat(form.headerLine()).isEqualTo(form.announced() ? 2 : 1);
    }

    private static String text(String written) {
        return written.replace('→', '\t').replace('⏎', '\n').replace('“', '"');
    }

    @ParameterizedTest
    @CsvSource({"'sep=x\nid'", "'sep=\nid'", "'sep=;id\nid'", "'sep\nid'", "'sep=a,b\nid'"})
    void otherFirstLinesAreTheHeader(String text) {
        assertThat(CsvForm.of(TextEncoding.UTF_8, "users", text).announced()).isFalse();
    }

    /** COPY and INTO OUTFILE by themselves; Excel's "Unicode text" quotes what holds a tab, and a comma file always may. */
    @ParameterizedTest
    @CsvSource({
        "'a\tb\n\\N\t1', true",
        "'a\tb\nx\\ny\t1', true",
        "'a\tb\nx\\\ny\t1', true",
        "'a\tb\n1\t[\"CP\"]', false",
        "'a\tb\n\\N\t\"x\ty\"', false",
        "'a,b\n\\N,1', false"
    })
    void backslashesEscapeWhereNoCellOfATabFileIsQuoted(String text, boolean escaped) {
        assertThat(CsvForm.of(TextEncoding.UTF_8, "training", text).escaped()).isEqualTo(escaped);
    }
}
