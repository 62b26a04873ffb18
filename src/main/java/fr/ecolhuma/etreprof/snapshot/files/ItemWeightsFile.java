package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.snapshot.disk.BinaryFiles;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@code recommender_weights.bin}, little-endian: the rows of the catalogue that have weights, int32, ascending; then
 * for each of these rows its weights to all of them, float32. All other weights are 0.
 */
final class ItemWeightsFile {

    static final String NAME = "recommender_weights.bin";

    private ItemWeightsFile() {}

    /** Writes the weights; returns the number of contents that have any. */
    static int write(Path folder, ItemWeights weights) throws IOException {
        int[] used = used(weights);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME)), 1 << 16)) {
            ByteBuffer row = ByteBuffer.allocate(used.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            row.asIntBuffer().put(used);
            out.write(row.array());
            for (int from : used) {
                FloatBuffer numbers = row.asFloatBuffer();
                for (int to : used) {
                    numbers.put(weights.weight(from, to));
                }
                out.write(row.array());
            }
        }
        return used.length;
    }

    /** The contents with a weight to or from another. */
    private static int[] used(ItemWeights weights) {
        boolean[] used = new boolean[weights.items()];
        for (int from = 0; from < used.length; from++) {
            for (int to = 0; to < used.length; to++) {
                if (weights.weight(from, to) != 0) {
                    used[from] = true;
                    used[to] = true;
                }
            }
        }
        return IntStream.range(0, used.length).filter(item -> used[item]).toArray();
    }

    static ItemWeights read(Path folder, int contents, int used, double lambda) {
        try (BinaryFiles.Pieces file = BinaryFiles.open(folder, NAME)) {
            file.requireSize((long) used * (used + 1) * Float.BYTES);
            ByteBuffer piece = ByteBuffer.allocate(used * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int[] places = places(file, piece, contents);
            // rows are read in the order of the contents, as in the file
            return ItemWeights.of(
                    contents,
                    lambda,
                    item -> Arrays.binarySearch(places, item) < 0
                            ? new float[contents]
                            : row(file, piece, places, contents));
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("%s: %s".formatted(NAME, e.getMessage()));
        }
    }

    private static int[] places(BinaryFiles.Pieces file, ByteBuffer piece, int contents) {
        int[] places = new int[piece.capacity() / Integer.BYTES];
        file.next(piece);
        piece.asIntBuffer().get(places);
        for (int place = 0; place < places.length; place++) {
            int least = place == 0 ? 0 : places[place - 1] + 1;
            if (places[place] < least || places[place] >= contents) {
                throw new SnapshotException("%s: found content %d in place %d, expected %d to %d"
                        .formatted(NAME, places[place], place, least, contents - 1));
            }
        }
        return places;
    }

    private static float[] row(BinaryFiles.Pieces file, ByteBuffer piece, int[] places, int contents) {
        float[] row = new float[contents];
        file.next(piece);
        FloatBuffer numbers = piece.asFloatBuffer();
        for (int place : places) {
            row[place] = numbers.get();
        }
        return row;
    }
}
