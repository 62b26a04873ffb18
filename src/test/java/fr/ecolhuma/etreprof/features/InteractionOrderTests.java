package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enough users and contents that the SQL engine sorts and answers in many pieces, on two threads. */
class InteractionOrderTests {

    private static final int USERS = 2_000;
    private static final int CONTENTS = 300;

    @TempDir
    Path folder;

    @Test
    void everyUserHasHisOwnContentsHoweverManyThereAre() throws IOException {
        write("users", "id,json_niveau,created_at", out -> users().forEach(user -> out.println(user + ",[],")));
        write("contents", "id,type,title", out -> contents().forEach(id -> out.println(id + ",article,t")));
        write("interactions", "user_id,type,content_type,content_id,created_at", this::events);

        InteractionTable table = FeatureExtraction.extract(
                        new Exports(path("users"), path("contents"), path("interactions"), null),
                        new EngineSettings(null, Instant.parse("2025-07-10T00:00:00Z"), 500L << 20, 2))
                .uses()
                .table();

        for (int row = 0; row < USERS; row++) {
            int user = row + 1;
            int[] found = IntStream.range(table.start(row), table.end(row))
                    .map(table::content)
                    .toArray();
            assertThat(found)
                    .containsExactly(contents()
                            .filter(id -> used(user, id))
                            .map(id -> id - 1)
                            .toArray());
        }
    }

    private void events(PrintWriter out) {
        contents()
                .forEach(id -> users().filter(user -> used(user, id))
                        .forEach(user -> out.println(user + ",page_view,Contenu," + id + ",2025-01-01 00:00:00")));
    }

    /** Two contents of three, not the same for everybody. */
    private static boolean used(int user, int content) {
        return (user + content) % 3 != 0;
    }

    private static IntStream users() {
        return IntStream.rangeClosed(1, USERS);
    }

    private static IntStream contents() {
        return IntStream.rangeClosed(1, CONTENTS);
    }

    private void write(String name, String header, Consumer<PrintWriter> rows) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(path(name))))) {
            out.println(header);
            rows.accept(out);
        }
    }

    private String path(String name) {
        return folder.resolve(name + ".csv").toString();
    }
}
