package fr.ecolhuma.etreprof.ingestion.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of one row, to be written with as many cells as the header has. */
final class RowBytes {

    private final int columns;
    private final byte separator;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    RowBytes(int columns, byte separator) {
        this.columns = columns;
        this.separator = separator;
    }

    /** A new row begins. */
    void clear() {
        bytes.reset();
    }

    /** The next byte and the cell that it is in, or that it begins, from 1; surplus cells are left out. */
    void add(byte b, int cell) {
        if (cell <= columns) {
            bytes.write(b);
        }
    }

    void writeTo(OutputStream out, int cells) throws IOException {
        bytes.writeTo(out);
        for (int cell = cells; cell < columns; cell++) {
            out.write(separator);
        }
        out.write('\n');
    }
}
