package fr.ecolhuma.etreprof.recompute.gates;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.Features;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntranceTests {

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /**
     * Counted by hand: users 1 and 2 are kept, only 1 has uses; of the three contents kept two are published and one is used;
     * of the three uses one is of content 99, which is in no export. Years of teaching: 4 + 1 and 9 + 0.
     */
    @Test
    void whatJoinsIsCounted() throws IOException {
        String users = file("users.csv", """
                id,json_niveau,created_at,anciennete,locale
                1,"[""CP""]",2024-05-01 08:00:00,4,fr
                2,"[""CE1""]",2025-02-01 08:00:00,9,fr
                3,"[""CE1""]",2025-02-01 08:00:00,9,be
                """);
        String contents = file("contents.csv", """
                id,type,title,etat
                10,article,Un,publie
                11,article,Deux,publie
                12,article,Trois,brouillon
                """);
        String events = file("interactions.csv", """
                id,user_id,type,content_type,content_id,created_at
                1,1,page_view,Contenu,10,2025-06-01 10:00:00
                2,1,page_view,Contenu,10,2025-06-02 10:00:00
                3,1,page_view,Contenu,99,2025-06-03 10:00:00
                4,2,opened_mail,opened_mail,a1,2025-06-04 10:00:00
                """);
        Features features = FeatureExtraction.extractForModel(
                new Exports(users, contents, events, null),
                new EngineSettings(null, Instant.parse("2025-07-01T00:00:00Z"), 300L << 20, 1, id -> false));
        Entrance entrance = Entrance.of(features);
        assertThat(entrance.joins()).isEqualTo(new Entrance.Joins(2, 1, 3, 2, 1, 3, 1));
        assertThat(entrance.meanAnciennete()).hasValue(7);
        assertThat(entrance.asOf()).isEqualTo("2025-06-04T10:00:00");
    }
}
