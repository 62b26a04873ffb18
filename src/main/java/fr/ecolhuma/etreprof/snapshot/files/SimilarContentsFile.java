package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.snapshot.disk.BinaryFiles;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code similar_contents.bin}, little-endian: for each content of the catalogue the number of its neighbours, int32,
 * and then for each neighbour its row, int32, and its likeness, float32, most alike first.
 */
final class SimilarContentsFile {

    static final String NAME = "similar_contents.bin";

    private SimilarContentsFile() {}

    static void write(Path folder, SimilarContents similar) throws IOException {
        int numbers = similar.contents();
        for (int content = 0; content < similar.contents(); content++) {
            numbers += 2 * similar.size(content);
        }
        ByteBuffer bytes = ByteBuffer.allocate(numbers * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int content = 0; content < similar.contents(); content++) {
            bytes.putInt(similar.size(content));
            for (int place = 0; place < similar.size(content); place++) {
                bytes.putInt(similar.neighbour(content, place)).putFloat(similar.similarity(content, place));
            }
        }
        Files.write(folder.resolve(NAME), bytes.array());
    }

    static SimilarContents read(Path folder, int contents) {
        ByteBuffer bytes = BinaryFiles.read(folder, NAME);
        int[][] neighbours = new int[contents][];
        float[][] similarities = new float[contents][];
        for (int content = 0; content < contents; content++) {
            int size = size(bytes, content);
            neighbours[content] = new int[size];
            similarities[content] = new float[size];
            for (int place = 0; place < size; place++) {
                neighbours[content][place] = bytes.getInt();
                similarities[content][place] = bytes.getFloat();
            }
        }
        if (bytes.hasRemaining()) {
            throw new SnapshotException(
                    "%s: found %d bytes too many, expected none".formatted(NAME, bytes.remaining()));
        }
        return similar(neighbours, similarities);
    }

    private static int size(ByteBuffer bytes, int content) {
        int size = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        if (size < 0 || size > SimilarContents.MOST || bytes.remaining() < 2 * Integer.BYTES * size) {
            throw new SnapshotException(
                    "%s: found an end or %d neighbours of content %d, expected 0 to %d of 8 bytes each"
                            .formatted(NAME, size, content, SimilarContents.MOST));
        }
        return size;
    }

    private static SimilarContents similar(int[][] neighbours, float[][] similarities) {
        try {
            return SimilarContents.of(neighbours.length, new SimilarContents.Rows() {
                @Override
                public int[] neighbours(int content) {
                    return neighbours[content];
                }

                @Override
                public float[] similarities(int content) {
                    return similarities[content];
                }
            });
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("%s: %s".formatted(NAME, e.getMessage()));
        }
    }
}
