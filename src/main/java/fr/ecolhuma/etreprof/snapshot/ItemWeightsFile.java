package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.recommendation.ItemWeights;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * {@code recommender_weights.bin}, little-endian: the rows of the catalogue that have weights, int32, ascending, and then
 * for each of them its weights to each of them, float32. All other weights are 0.
 */
final class ItemWeightsFile {

    static final String NAME = "recommender_weights.bin";

    private ItemWeightsFile() {}

    /** Writes the weights; returns how many contents have any. */
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
        ByteBuffer bytes = BinaryFiles.read(folder, NAME);
        BinaryFiles.requireSize(NAME, bytes, (long) used * (used + 1) * Float.BYTES);
        int[] places = new int[used];
        bytes.asIntBuffer().get(places);
        int[] placeOf = new int[contents];
        for (int place = 0; place < used; place++) {
            int least = place == 0 ? 0 : places[place - 1] + 1;
            if (places[place] < least || places[place] >= contents) {
                throw new SnapshotException("%s: found content %d in place %d, expected %d to %d"
                        .formatted(NAME, places[place], place, least, contents - 1));
            }
            placeOf[places[place]] = place + 1;
        }
        FloatBuffer numbers = bytes.position(used * Integer.BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        try {
            return ItemWeights.of(contents, lambda, item -> row(numbers, places, placeOf[item], contents));
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("%s: %s".formatted(NAME, e.getMessage()));
        }
    }

    private static float[] row(FloatBuffer numbers, int[] places, int place, int contents) {
        float[] row = new float[contents];
        for (int i = 0; i < places.length && place > 0; i++) {
            row[places[i]] = numbers.get((place - 1) * places.length + i);
        }
        return row;
    }
}
