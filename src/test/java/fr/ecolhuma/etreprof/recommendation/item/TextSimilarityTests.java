package fr.ecolhuma.etreprof.recommendation.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSimilarityTests {

    @TempDir
    Path folder;

    private final Names items = new Names();

    @BeforeEach
    void name() {
        for (String id : new String[] {"a", "b", "c", "d"}) {
            items.add(id);
        }
    }

    private double[] similarTo(int item, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("contents.csv"), csv);
        double[] similarities = new double[items.size()];
        TextSimilarity.of(ItemTexts.read(file, items), items.size()).fill(item, similarities);
        return similarities;
    }

    /** Each of four has a tag; those of a are "x" (in two of four, ln 2) and "y" (in two of four, ln 2). */
    @Test
    void tagsAreComparedByTheirRarity() throws IOException {
        double[] similar = similarTo(0, "id,tags\na,x|y\nb,x\nc,y|z\nd,z\n");

        assertThat(similar).containsExactly(new double[] {1, 1 / Math.sqrt(2), 0.5, 0}, within(1e-12));
    }

    @Test
    void accentsAndCaseDoNotMatter() throws IOException {
        double[] similar = similarTo(0, "id,title\na,Évaluer !\nb,evaluer\nc,Autre\nd,autre\n");

        assertThat(similar).containsExactly(new double[] {1, 1, 0, 0}, within(1e-12));
    }

    @Test
    void otherItemsAndItemsWithoutTextAreNothing() throws IOException {
        assertThat(similarTo(1, "id,title\nq,un\na,deux\nb,\n")).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aFileWithoutIdsIsRefused() {
        assertThatThrownBy(() -> similarTo(0, "titre\nun\n"))
                .isInstanceOf(ExportException.class)
                .hasMessage("contents.csv, line 1: found the columns titre, expected one named 'id'");
    }
}
