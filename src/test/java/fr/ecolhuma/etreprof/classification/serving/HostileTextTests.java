package fr.ecolhuma.etreprof.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text costs more than its length: neither parser nor pattern goes over it again and again. */
class HostileTextTests {

    private static final ContentClassifier CLASSIFIER = ShippedClassifier.get();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Four times as long takes four times as long; a text that is read over again for each sign, sixteen times. */
    private static final int SHORT = 12_000;

    private static final int LONG = 4 * SHORT;
    private static final double MOST = 9;
    private static final double UNSEEN_MS = 4;

    private static String of(String part, int length) {
        return part.repeat(length / part.length() + 1).substring(0, length);
    }

    private static String numbered(IntFunction<String> part, int length) {
        StringBuilder text = new StringBuilder();
        IntStream.iterate(0, i -> text.length() < length, i -> i + 1).forEach(i -> text.append(part.apply(i)));
        return text.substring(0, length);
    }

    private static Map<String, IntFunction<String>> texts() {
        return Map.ofEntries(
                Map.entry("tildes that are no fence", n -> of("~", n - 1) + "`"),
                Map.entry("spaces after a fence", n -> "```" + of(" ", n - 4) + "`"),
                Map.entry("a fence without an end", n -> "```\n" + of("x\n", n)),
                Map.entry("many fences", n -> of("```\nx\n", n)),
                Map.entry("runs of backticks", n -> numbered(i -> "`".repeat(i + 1) + "a", n)),
                Map.entry(
                        "a table of wide empty rows",
                        n -> of("|a", n / 4) + "\n" + of("|-", n / 4) + "\n" + of("b\n", n / 2)),
                Map.entry("a table of many rows", n -> "a|b|c\n-|-|-\n" + of("1|2|3\n", n)),
                Map.entry("words before an apostrophe", n -> of("mot ", n - 1) + "'"),
                Map.entry("ideographs", n -> of("漢字", n)),
                Map.entry("lines of code", n -> of("    Les élèves lisent des albums\n", n)),
                Map.entry("stars", n -> of("*", n)),
                Map.entry("emphasis without an end", n -> of("*a _b **c ", n)),
                Map.entry("brackets", n -> of("[", n)),
                Map.entry("links without an end", n -> of("[a](<b", n)),
                Map.entry("references", n -> numbered(i -> "[a" + i + "]: /x 'y'\n", n)),
                Map.entry("titles without an end", n -> of("[a]: x \"t\n", n)),
                Map.entry("angles", n -> of("<", n)),
                Map.entry("comments without an end", n -> of("x <!-- ", n)),
                Map.entry("declarations without an end", n -> of("x <!A <? <![CDATA[", n)),
                Map.entry("blocks of HTML", n -> of("<p>x</p>\n\n", n)),
                Map.entry("nested HTML", n -> of("<div><b><i>", n)),
                Map.entry("nested quotes", n -> of("> ", n)),
                Map.entry("growing quotes", n -> numbered(i -> ">".repeat(i) + " a\n", n)),
                Map.entry("nested lists", n -> numbered(i -> " ".repeat(2 * Math.min(i, 500)) + "- a\n", n)),
                Map.entry("combining marks", n -> "a" + of("\u0301\u0323", n)),
                Map.entry("surrogates", n -> of("\uD83D\uDE00", n)),
                Map.entry("addresses", n -> of("a@", n / 2) + of("http://", n / 2)),
                Map.entry("one word", n -> of("a", n)),
                Map.entry("different words", n -> numbered(i -> "mot" + i + " ", n)),
                Map.entry("one line", n -> of("Les élèves de sixième apprennent les fractions. ", n)),
                Map.entry("blank lines", n -> of("\n", n - 1) + "a"));
    }

    private static Stream<String> names() {
        return texts().keySet().stream().sorted();
    }

    private static double milliseconds(String text) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            CLASSIFIER.classify(text);
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
        }
        return best;
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsTimeGrowsAsItsLength(String name) {
        IntFunction<String> text = texts().get(name);
        CLASSIFIER.classify(text.apply(LONG));
        double little = milliseconds(text.apply(SHORT));
        double much = milliseconds(text.apply(LONG));
        assertThat(much)
                .as("%s: %.1f ms, and %.1f ms for four times as much", name, little, much)
                .isLessThan(MOST * Math.max(little, UNSEEN_MS / MOST));
    }

    @ParameterizedTest
    @MethodSource("names")
    void oneMebibyteOfItIsReadToTheBound(String name) {
        String text = texts().get(name).apply(1 << 20);
        assertThat(CLASSIFIER.classify(text).truncated()).isTrue();
    }

    /** A group that repeats takes the stack in Java's patterns; a request's thread has little. */
    @ParameterizedTest
    @MethodSource("names")
    void itNeedsLittleStack(String name) throws InterruptedException {
        String text = texts().get(name).apply(LONG);
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, () -> CLASSIFIER.classify(text), "small", 512 << 10);
        thread.setUncaughtExceptionHandler((where, why) -> failure[0] = why);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }
}
