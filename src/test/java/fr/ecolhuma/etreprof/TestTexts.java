package fr.ecolhuma.etreprof;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that no teacher writes and every service meets. */
public final class TestTexts {

    private static final int MEBIBYTE = 1 << 20;

    private TestTexts() {}

    /** Texts by what is odd about them; none is blank or larger than 1 MiB. */
    public static Map<String, String> odd() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("three words", "une petite fraction");
        texts.put("emoji only", "\uD83D\uDE00\uD83D\uDC69\u200D\uD83C\uDFEB\uD83C\uDDEB\uD83C\uDDF7 \uD83C\uDF8A");
        texts.put("code only", "```java\nint a = 1;\nString b = \"fraction\";\n```\n");
        texts.put("one long line", "fraction ".repeat(MEBIBYTE / 9));
        texts.put("one long word", "x".repeat(MEBIBYTE));
        texts.put("quotes in quotes", "> ".repeat(500) + "fraction");
        texts.put("open brackets", "[".repeat(5_000) + "fraction");
        texts.put("open images", "![".repeat(5_000) + "fraction");
        texts.put("stars", "*a **a ".repeat(5_000));
        texts.put("lists in lists", nested());
        texts.put("front matter without end", "---\ntitle: les fractions\n\nUne séquence\n");
        texts.put("many lines of front matter", "---\n" + "a: b\n".repeat(50_000));
        texts.put("zero bytes", "les\0fractions\0en classe");
        texts.put("halves of pairs", "les fractions \uD83D en classe \uDE00");
        texts.put("only punctuation", "?!;:,.-_/\\()".repeat(1_000));
        texts.put("another script", "分数を使った算数の授業 ".repeat(100));
        texts.put("combining marks", "e" + "\u0301".repeat(100_000));
        texts.put("a table", "|" + "a|".repeat(1_000) + "\n|" + "-|".repeat(1_000) + "\n" + "|b\n".repeat(1_000));
        return texts;
    }

    private static String nested() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 300; depth++) {
            text.append("  ".repeat(depth)).append("- fraction\n");
        }
        return text.toString();
    }
}
