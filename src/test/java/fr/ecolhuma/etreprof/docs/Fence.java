package fr.ecolhuma.etreprof.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a document.
 *
 * @param line where it opens, from 1
 * @param info what stands behind the opening fence, such as {@code json}
 * @param text its lines, each with its line end
 */
record Fence(int line, String info, String text) {

    private static final String MARK = "```";
    private static final String COMMANDS = "sh";
    private static final String NOT_RUN = "sh not-run";

    /** The blocks of a document, in order. */
    static List<Fence> in(List<String> lines) {
        List<Fence> fences = new ArrayList<>();
        int opened = 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean mark = lines.get(i).startsWith(MARK);
            if (opened == 0 && mark) {
                opened = i + 1;
                text.setLength(0);
            } else if (mark) {
                String info = lines.get(opened - 1).substring(MARK.length()).strip();
                fences.add(new Fence(opened, info, text.toString()));
                opened = 0;
            } else if (opened > 0) {
                text.append(lines.get(i)).append('\n');
            }
        }
        if (opened > 0) {
            throw new IllegalArgumentException("line %d opens a block that is not closed".formatted(opened));
        }
        return fences;
    }

    /** Whether it holds commands that the test runs. */
    boolean isRun() {
        return info.equals(COMMANDS);
    }

    /** Whether it holds commands that the test leaves out: builds, containers, other people's files. */
    boolean isNotRun() {
        return info.equals(NOT_RUN);
    }
}
