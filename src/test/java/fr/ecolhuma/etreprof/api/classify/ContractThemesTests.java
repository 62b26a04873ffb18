package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.api.ExportCounts;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the users of a segment read about, held against the exports; every use of the test data is of the last years. */
class ContractThemesTests extends RunningService {

    /** The contents of the test data that have a theme, by its code. */
    private static final Map<String, String> CONTENTS = Map.of(
            "mathematics", "article/1",
            "spelling", "article/2",
            "sustainability", "article/3",
            "noise", "fiche_outils/1",
            "emotions", "fiche_outils/2");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aThemeIsSharedByThoseWhoUsedAContentOfIt(int cluster) {
        ExportCounts counts = ExportCounts.of(EXPORTS);
        List<Integer> members = counts.users(cluster);
        JsonNode themes = calls().get("/clusters").json().at("/clusters/" + cluster + "/top_themes");
        double before = 1;
        for (JsonNode theme : themes) {
            double share = theme.get("share").doubleValue();
            String content = CONTENTS.get(theme.get("code").stringValue());
            assertThat(share)
                    .as(content)
                    .isCloseTo((double) counts.readers(content, members) / members.size(), within(0.0005))
                    .isLessThanOrEqualTo(before)
                    .isGreaterThanOrEqualTo(5.0 / members.size() - 0.0005);
            before = share;
        }
        long used = CONTENTS.values().stream()
                .filter(content -> counts.readers(content, members) >= 5)
                .count();
        assertThat(themes).hasSize((int) used);
    }
}
