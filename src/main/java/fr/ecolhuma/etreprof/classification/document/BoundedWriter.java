package fr.ecolhuma.etreprof.classification.document;

import java.io.Writer;

/** Collects a text no longer than one that is classified. */
final class BoundedWriter extends Writer {

    private final StringBuilder text = new StringBuilder();
    private int letters;

    @Override
    public void write(char[] characters, int offset, int length) {
        if (text.length() + length > ContentText.MOST_BYTES) {
            throw ContentText.tooLarge();
        }
        text.append(characters, offset, length);
        for (int i = offset; i < offset + length; i++) {
            letters += Character.isLetterOrDigit(characters[i]) ? 1 : 0;
        }
    }

    /** How many letters and digits it has. */
    int letters() {
        return letters;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
