package fr.ecolhuma.etreprof.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Features as the command writes them, of contents without a theme. */
public final class FeatureBytes {

    private FeatureBytes() {}

    /** The bytes of the table, which is written to a folder on the way. */
    public static byte[] of(Features features, Path folder) throws IOException {
        List<Integer> themes = features.contents().stream().map(content -> -1).toList();
        Path out = folder.resolve("features.csv");
        FeatureCsv.write(features.table(), features.uses().topics(themes, 4), out);
        return Files.readAllBytes(out);
    }
}
