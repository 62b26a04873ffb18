package fr.ecolhuma.etreprof.api.edge.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SheetTests {

    private static final String ANSWER = """
            {"list": [{"id": 1, "big": 9007199254740993, "part": {"x": 0.5, "y": {"z": true}}, "tags": ["a", null, "b"], "kept": [{"k": 1}]},
                      {"id": 2, "text": "=1+1; \\"é\\"", "part": null}],
             "byId": {"7": {"name": "seven"}},
             "nested": [{"v": "one", "parts": [{"id": 1}, {"id": 2}]}, {"v": "two", "parts": []}]}""";

    private static String csv(String rows, String each) throws IOException {
        Sheet sheet = Sheet.of(JsonMapper.shared().readTree(ANSWER), rows, each);
        return new String(sheet.csv(';'), StandardCharsets.UTF_8);
    }

    @Test
    void columnsAreTheMembersOfAllEntries() throws IOException {
        assertThat(csv("/list", "")).isEqualTo("""
                \uFEFFid;big;part.x;part.y.z;tags;text;part
                1;9007199254740993;0,5;true;a |  | b;;
                2;;;;;"'=1+1; ""é""\";
                """);
    }

    @Test
    void theNamesOfAnObjectAreAColumn() throws IOException {
        assertThat(csv("/byId", "")).isEqualTo("\uFEFFid;name\n7;seven\n");
    }

    @Test
    void partsAreRowsWithWhatTheyArePartsOf() throws IOException {
        assertThat(csv("/nested", "parts")).isEqualTo("\uFEFFv;id\none;1\none;2\n");
    }

    @Test
    void aNameIsAscii() {
        assertThat(SheetFile.ascii("Été à la mer/1\"\r\n")).isEqualTo("Ete-a-la-mer-1-");
        assertThat(SheetFile.ascii("a".repeat(90))).hasSize(60);
    }
}
