package fr.ecolhuma.etreprof.ingestion.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** How the characters of a text are written; a byte order mark at its beginning says so. */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, "efbbbf"),
    UTF_16LE(StandardCharsets.UTF_16LE, "fffe"),
    UTF_16BE(StandardCharsets.UTF_16BE, "feff");

    /** As long as the longest mark. */
    static final int MARK = 3;

    private final Charset charset;
    private final String mark;

    TextEncoding(Charset charset, String mark) {
        this.charset = charset;
        this.mark = mark;
    }

    /** The encoding of a text that begins with some bytes; without a mark it is UTF-8. */
    static TextEncoding of(byte[] beginning) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.marks(beginning) > 0)
                .findFirst()
                .orElse(UTF_8);
    }

    /** How many bytes of the beginning are the mark. */
    int marks(byte[] beginning) {
        String first = HexFormat.of().formatHex(beginning, 0, Math.min(MARK, beginning.length));
        return first.startsWith(mark) ? mark.length() / 2 : 0;
    }

    /** The text of some bytes, without the mark; what is cut off or no character at all is replaced. */
    String text(byte[] beginning) {
        int start = marks(beginning);
        return new String(beginning, start, beginning.length - start, charset);
    }
}
