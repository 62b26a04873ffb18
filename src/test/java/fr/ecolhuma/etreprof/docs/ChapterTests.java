package fr.ecolhuma.etreprof.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No answer of a document can stand there without being compared. */
class ChapterTests {

    private static Chapter chapter(String text) {
        return Chapter.of(text.lines().toList());
    }

    @Test
    void anAnswerBelongsToTheCommandsBeforeIt() {
        Chapter chapter = chapter("```sh\na\n```\nText.\n```json\n1\n```\n```sh not-run\nb\n```\n```sh\nc\n```");
        assertThat(chapter.steps()).extracting(Chapter.Step::expected).containsExactly("1\n", "");
        assertThat(chapter.steps()).extracting(step -> step.commands().text()).containsExactly("a\n", "c\n");
    }

    @Test
    void anAnswerThatNothingPrintsIsRefused() {
        for (String text : List.of(
                "```json\n1\n```",
                "```sh not-run\na\n```\n```json\n1\n```",
                "```sh\na\n```\n```json\n1\n```\n```json\n2\n```")) {
            assertThatThrownBy(() -> chapter(text)).hasMessageContaining("follows no commands that are run");
        }
    }

    @Test
    void aBlockThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> chapter("```sh\na")).hasMessageContaining("line 1");
    }

    @Test
    void nothingIsReachedAfterACommandThatFails(@TempDir Path home) throws IOException, InterruptedException {
        Shell shell = new Shell(home, 0);
        List<String> blocks = List.of("a=1\necho $a\n", "echo $a localhost:8000\n", "false | cat\n", "echo late\n");
        assertThat(shell.run(blocks))
                .extracting(printed -> printed.orElse("not reached"))
                .containsExactly("1\n", "1 localhost:0\n", "not reached", "not reached");
    }
}
