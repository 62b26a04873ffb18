package fr.ecolhuma.etreprof.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.recommendation.judging.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRowsTests {

    @TempDir
    Path folder;

    /** User 1 has a row at 5, user 2 has the last one of all, at 9. */
    @ParameterizedTest
    @CsvSource({"9, AFTER_ALL", "12, AFTER_ALL", "8, AFTER_EACH", "5, AFTER_EACH", "4, NONE"})
    void theTimesTellHowTheRowsLieToTheTrainingRows(int time, Order expected) throws IOException {
        Path training = Files.writeString(folder.resolve("train.csv"), "user,item,timestamp\n1,a,5\n2,b,9\n");
        Path test = Files.writeString(folder.resolve("test.csv"), "user,item,timestamp\n1,b,%d\n".formatted(time));

        assertThat(TestRows.read(test, TrainingRows.read(training)).order()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'user,item,timestamp\n1,a,5\n2,b,9\n','user,item\n1,b\n'",
        "'user,item\n1,a\n2,b\n','user,item,timestamp\n1,b,12\n'"
    })
    void withoutTimesThereIsNoOrder(String known, String asked) throws IOException {
        Path training = Files.writeString(folder.resolve("train.csv"), known);
        Path test = Files.writeString(folder.resolve("test.csv"), asked);

        assertThat(TestRows.read(test, TrainingRows.read(training)).order()).isEqualTo(Order.NONE);
    }

    @Test
    void idsWithAPointAndAZeroJoinThoseWithout() throws IOException {
        Path training = Files.writeString(folder.resolve("train.csv"), "user,item\n1,10\n2,11\n");
        Path test = Files.writeString(folder.resolve("test.csv"), "user,item\n1.0,11.0\n2.0,10.00\n");

        TestRows rows = TestRows.read(test, TrainingRows.read(training));
        assertThat(rows.matrix().has(0, 1)).isTrue();
        assertThat(rows.matrix().has(1, 0)).isTrue();
    }

    @Test
    void twoColumnsThatCouldBeTheUserAreRefused() throws IOException {
        Path training = Files.writeString(folder.resolve("train.csv"), "user,item,user_id\n1,a,2\n");

        assertThatThrownBy(() -> TrainingRows.read(training))
                .hasMessage("train.csv, line 1: found the columns 'user' and 'user_id', expected only one of them");
    }
}
