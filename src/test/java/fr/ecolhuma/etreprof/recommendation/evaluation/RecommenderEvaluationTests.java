package fr.ecolhuma.etreprof.recommendation.evaluation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.recommendation.item.ItemTexts;
import fr.ecolhuma.etreprof.recommendation.judging.RankingFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommenderEvaluationTests {

    /** Users of a to d: 3, 2, 2, 1. */
    private static final String TRAINING = "user,item\n1,a\n2,a\n3,a\n1,b\n2,b\n3,c\n4,c\n4,d\n";

    @TempDir
    Path folder;

    private RecommenderReport evaluate(String training, String test, RecommenderModel model, @Nullable Double lambda)
            throws IOException {
        Path known = Files.writeString(folder.resolve("train.csv"), training);
        Path next = Files.writeString(folder.resolve("test.csv"), test);
        return RecommenderEvaluation.evaluate(
                new RecommenderEvaluation.Request(known, null, next, model, lambda, List.of(2, 1, 2), 2));
    }

    private static RankingFigures.At first(RecommenderReport report) {
        return report.judged().getFirst().figures().at().getFirst();
    }

    @Test
    void popularityIsWorkedOutByHand() throws IOException {
        // 3 is offered b, d and wants d; 4 is offered a, b and wants a and b; the others are not asked about.
        RecommenderReport report = evaluate(TRAINING, "user,item\n3,d\n4,a\n4,b\n", RecommenderModel.POPULAR, null);

        assertThat(report.usersEvaluated()).isEqualTo(2);
        assertThat(report.training()).isEqualTo(new RecommenderReport.Size(4, 4, 8, 8));
        assertThat(report.judged())
                .extracting(RecommenderReport.Judged::model)
                .containsExactly(RecommenderModel.POPULAR, RecommenderModel.ITEMKNN);
        List<RankingFigures.At> figures = report.judged().getFirst().figures().at();
        assertThat(figures).extracting(RankingFigures.At::k).containsExactly(1, 2);
        assertThat(figures.get(0).recall()).isEqualTo((0 + 1 / 2.0) / 2);
        assertThat(figures.get(0).cappedRecall()).isEqualTo(0.5);
        assertThat(figures.get(1).recall()).isEqualTo(1);
        assertThat(figures.get(1).ndcg()).isCloseTo((1 + 0.6309297535714574) / 2, within(1e-12));
        assertThat(figures.get(1).coverage()).isEqualTo(0.75);
    }

    /**
     * Worked out with numpy 2.4.6 from the same rows: {@code X @ B} with {@code P = inv(X.T @ X + 2 * eye(8))} and
     * {@code B = P / -diag(P)}, diagonal 0; items in the order of their first row, those of the user left out, sorted by
     * falling score and then by place.
     */
    @Test
    void figuresAreThoseThatNumpyGives() throws IOException {
        String training = """
                u5,c|u5,éa|u4,h|u1,h|u3,h|u9,c|u0,c|u3,d|u3,e|u9,h|u7,e|u6,b|u0,e|u6,d|u0,d|u3,c|u7,h|u8,éa|u9,e|u3,f|u2,g|\
                u4,b|u7,b|u6,e|u1,f|u1,b|u2,f|u1,d|u5,h""".replace('|', '\n');
        String test =
                "u0,b|u0,éa|u1,c|u2,h|u2,éa|u3,éa|u4,f|u5,f|u5,e|u6,h|u7,f|u8,b|u8,d|u9,f|u9,éa".replace('|', '\n');

        RecommenderReport report = evaluate("user,item\n" + training, "user,item\n" + test, RecommenderModel.EASE, 2.0);

        assertThat(report.usersEvaluated()).isEqualTo(10);
        RankingFigures.At two = report.judged().getFirst().figures().at().get(1);
        assertThat(first(report).ndcg()).isCloseTo(0.2, within(1e-12));
        assertThat(two.recall()).isCloseTo(0.45, within(1e-12));
        assertThat(two.ndcg()).isCloseTo(0.3648712314377457, within(1e-12));
        RankingFigures.At popular = report.judged().getLast().figures().at().get(1);
        assertThat(popular.recall()).isCloseTo(0.45, within(1e-12));
        assertThat(popular.ndcg()).isCloseTo(0.3875006699908373, within(1e-12));
    }

    /** Four items that one user each has used: whatever their names, the one whose row comes first is offered first. */
    @ParameterizedTest
    @CsvSource({"z a q m, 1", "a z q m, 0.6309297535714574", "a q z m, 0"})
    void tiesGoToWhatStandsFirstInTheTrainingFile(String items, double ndcg) throws IOException {
        String training = "user,item\n9,own\n"
                + Arrays.stream(items.split(" "))
                        .map(item -> "u" + item + "," + item + "\n")
                        .collect(joining());

        RecommenderReport report = evaluate(training, "user,item\n9,z\n", RecommenderModel.POPULAR, null);

        assertThat(report.judged().getFirst().figures().at().get(1).ndcg()).isCloseTo(ndcg, within(1e-12));
    }

    @Test
    void theFormOfAFileChangesNoFigure() throws IOException {
        String test = "user,item\n3,d\n4,a\n1,c\n";
        RecommenderReport plain = evaluate(TRAINING, test, RecommenderModel.EASE, 2.0);
        String lines = TRAINING.replaceAll("(\\w+),(\\w+)\n", "\"$2\",\"more, of it\",$1\r\n");

        RecommenderReport other = evaluate(
                "\uFEFF" + lines.replace("user", "User_ID").replace("item", "ITEM"), test, RecommenderModel.EASE, 2.0);

        assertThat(lines).startsWith("\"item\",\"more, of it\",user\r\n\"a\",");
        assertThat(other.judged().getFirst().figures())
                .isEqualTo(plain.judged().getFirst().figures());
        assertThat(other.training()).isEqualTo(plain.training());
    }

    @Test
    void rowsThatCannotBeAskedAboutAreCounted() throws IOException {
        String test = "user,item\n9,a\n1,z\n1,a\n1,c\n1,c\n";

        RecommenderReport report = evaluate(TRAINING, test, RecommenderModel.EASE, 1.0);

        assertThat(report.test()).isEqualTo(new TestCounts(5, 1, 1, 1, 2));
        assertThat(report.usersEvaluated()).isEqualTo(1);
        assertThat(report.judged().getFirst().settings()).containsEntry("lambda", 1.0);
    }

    private RecommenderReport withContents(String contents) throws IOException {
        return RecommenderEvaluation.evaluate(new RecommenderEvaluation.Request(
                Files.writeString(folder.resolve("train.csv"), "user,item\n1,10\n2,10\n2,11\n3,11\n3,12\n"),
                Files.writeString(folder.resolve("contents.csv"), contents),
                Files.writeString(folder.resolve("test.csv"), "user,item\n1.0,11.0\n"),
                RecommenderModel.HYBRID,
                null,
                List.of(1),
                1));
    }

    /** pandas writes 10.0 for 10 where the column has a null. */
    @Test
    void idsOfContentsAndRowsJoinAsNumbers() throws IOException {
        RecommenderReport report = withContents("id,tags\n10.0,x\n11.0,x\n,y\n11.00,z\n99.0,x\nabc,x\n");
        assertThat(report.contents()).isEqualTo(new ItemTexts.Counts(6, 3, 2));
        assertThat(report.test()).isEqualTo(new TestCounts(1, 0, 0, 0, 1));
        RecommenderReport plain = withContents("id,tags\n10,x\n11,x\n11,z\n");
        assertThat(report.judged().getFirst().figures())
                .isEqualTo(plain.judged().getFirst().figures());
        assertThat(report.judged().getFirst().settings())
                .isEqualTo(plain.judged().getFirst().settings());
    }

    @Test
    void contentsOfOtherItemsAreRefused() {
        assertThatThrownBy(() -> withContents("id,tags\nart-10,x\nart-11,x\n"))
                .hasMessage("contents.csv: found 2 rows, none of them with the id of an item of the training rows; "
                        + "expected ids as these have them");
    }

    @Test
    void repeatedRowsAndTheirOrderChangeNoFigure() throws IOException {
        String test = "user,item\n3,d\n4,a\n1,c\n";
        String again = TRAINING + "1,a\n4,d\n1,a\n";
        RecommenderReport once = evaluate(TRAINING, test, RecommenderModel.EASE, 2.0);

        RecommenderReport twice = evaluate(again, test + "3,d\n", RecommenderModel.EASE, 2.0);

        assertThat(twice.judged().getFirst().figures())
                .isEqualTo(once.judged().getFirst().figures());
        assertThat(twice.training()).isEqualTo(new RecommenderReport.Size(4, 4, 11, 8));
    }

    @Test
    void theHybridStandsBesideItsMainPart() throws IOException {
        RecommenderReport report = evaluate(TRAINING, "user,item\n3,d\n", RecommenderModel.HYBRID, null);

        assertThat(report.judged())
                .extracting(RecommenderReport.Judged::model)
                .containsExactly(
                        RecommenderModel.HYBRID,
                        RecommenderModel.EASE,
                        RecommenderModel.ITEMKNN,
                        RecommenderModel.POPULAR);
    }

    @Test
    void oneUserWithAnItemLeftIsJudged() throws IOException {
        String training = "user,item\n1,a\n2,b\n";

        assertThat(first(evaluate(training, "user,item\n1,b\n", RecommenderModel.EASE, null))
                        .recall())
                .isEqualTo(1);
    }

    @Test
    void timesMayBeNumbersOrDates() throws IOException {
        String numbers = "user,item,timestamp\n1,a,5\n1,b,-1\n2,a,1.5e3\n2,b,\n";
        String dates =
                "user_id,content_id,created_at\n1,a,2025-07-10\n1,b,2025-07-10 10:00:00\n2,a,2025-07-10T10:00:00Z\n3,b,2025-07-10T10:00:00-05:00\n4,b,\n";

        assertThat(first(evaluate(numbers + "3,a,1\n", "user,item\n3,b\n", RecommenderModel.EASE, null))
                        .recall())
                .isEqualTo(1);
        assertThat(first(evaluate(dates, "user,item\n3,a\n", RecommenderModel.EASE, null))
                        .recall())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            user,item           ! user,item|1,a  ! train.csv has a header but no rows; expected rows below it
            who,item|1,a        ! user,item|1,a  ! train.csv, line 1: found the columns who, item, expected one named 'user' or 'user_id' or 'userid'
            user,item|1,a|,b    ! user,item|1,a  ! train.csv, line 3: column 'user' is empty; expected an id
            user,item,time|1,a,x! user,item|1,a  ! train.csv, line 2: found the time 'x', expected a number or a date such as 2025-07-10
            user,item|1,a       ! user,item      ! test.csv: found 0 rows, of them 0 of users and 0 of items without training rows and 0 that are training rows; expected at least one new item of a known user
            user,item|1,a|2,a   ! user,item|1,a  ! test.csv: found 1 rows, of them 0 of users and 0 of items without training rows and 1 that are training rows; expected at least one new item of a known user
            user,item|1,a|2,b   ! user,item|9,a  ! test.csv: found 1 rows, of them 1 of users and 0 of items without training rows and 0 that are training rows; expected at least one new item of a known user
            """)
    void whatCannotBeUsedIsOneClearLine(String training, String test, String message) {
        assertThatThrownBy(() -> evaluate(
                        training.replace('|', '\n') + "\n",
                        test.replace('|', '\n') + "\n",
                        RecommenderModel.EASE,
                        null))
                .isInstanceOf(ExportException.class)
                .hasMessage(message);
    }
}
