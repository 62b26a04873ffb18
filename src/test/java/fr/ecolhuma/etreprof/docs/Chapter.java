package fr.ecolhuma.etreprof.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document whose commands are run, as steps in order: commands, and the answer that the next block shows.
 *
 * <p>Every block that holds no commands is an answer. An answer that follows no commands that are run is an error, since
 * nothing would compare it.
 */
record Chapter(List<Step> steps) {

    /** Commands to run, and what they print; without an answer they print nothing. */
    record Step(Fence commands, Optional<Fence> answer) {

        /** What they have to print. */
        String expected() {
            return answer.map(Fence::text).orElse("");
        }

        /** Whether the answer is compared as JSON and not as lines of text. */
        boolean isJson() {
            return answer.filter(fence -> fence.info().equals("json")).isPresent();
        }
    }

    static Chapter read(Path document) {
        try {
            return of(Files.readAllLines(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Chapter of(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        Fence commands = null;
        for (Fence fence : Fence.in(lines)) {
            boolean answer = !fence.isRun() && !fence.isNotRun();
            if (answer && commands == null) {
                throw new IllegalArgumentException(
                        "the answer at line %d follows no commands that are run".formatted(fence.line()));
            }
            if (commands != null) {
                steps.add(new Step(commands, answer ? Optional.of(fence) : Optional.empty()));
            }
            commands = fence.isRun() ? fence : null;
        }
        if (commands != null) {
            steps.add(new Step(commands, Optional.empty()));
        }
        return new Chapter(List.copyOf(steps));
    }
}
