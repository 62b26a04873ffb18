package fr.ecolhuma.etreprof.ingestion.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text whose rows must end within a limit: a quote that is never closed would otherwise fill the memory. */
final class RowLimit extends FilterReader {

    private static final long LONGEST = 32_000_000;

    private long characters;

    RowLimit(Reader text) {
        super(text);
    }

    /** Starts a new row. */
    void row() {
        characters = 0;
    }

    @Override
    public int read() throws IOException {
        return count(1, super.read());
    }

    @Override
    public int read(char[] cells, int offset, int length) throws IOException {
        int read = super.read(cells, offset, length);
        return count(Math.max(read, 0), read);
    }

    private int count(int more, int read) throws IOException {
        characters += more;
        if (characters > LONGEST) {
            throw new IOException("more than %d characters in a row".formatted(LONGEST));
        }
        return read;
    }
}
