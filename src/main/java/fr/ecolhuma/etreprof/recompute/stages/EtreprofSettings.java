package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.embedding.Embedders;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The operator's settings; {@code application.yml} has the names of the environment variables.
 *
 * @param dataDir the folder of the demo export and of the CSV files of the live model
 * @param modelsDir the folder of the versions
 * @param users the users' export, empty for the demo's
 * @param contents the contents' export, empty for the demo's
 * @param interactions the events' export, empty for the demo's
 * @param topics the contents' topics, empty for none
 * @param memoryLimit the memory that the SQL engine may use, as {@link DataSize} reads it
 * @param threads of a recompute; 0 for the number of cores
 * @param restarts the number of independent searches for the best segments
 * @param seed of the first search
 * @param segmentation the features of the segmentation
 * @param labelledTexts a file of texts labelled by hand that each recompute learns, empty for none
 * @param embedderDir the folder of an encoder whose vectors the classifier learns too, empty for none
 * @param sources what the exports need beside their addresses
 * @param counts a folder of counts that takes the place of the events' export, empty for none
 */
@ConfigurationProperties("etreprof")
public record EtreprofSettings(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("models") Path modelsDir,
        @DefaultValue("") String users,
        @DefaultValue("") String contents,
        @DefaultValue("") String interactions,
        @DefaultValue("") String topics,

        @DefaultValue("500MB") String memoryLimit,

        @DefaultValue("0") int threads,

        @DefaultValue("10") int restarts,

        @DefaultValue("42") long seed,
        @DefaultValue Segmenting segmentation,
        @DefaultValue("") String labelledTexts,
        @DefaultValue("") String embedderDir,
        @DefaultValue SourceSettings sources,
        @DefaultValue("") String counts) {

    /**
     * The settings of the segmentation.
     *
     * @param features the features of users that it uses
     * @param keep the share of the inertia by which another start must be better than the previous centroids to win
     */
    public record Segmenting(
            @DefaultValue("behaviour") FeatureSet features,
            @DefaultValue("0.01") double keep) {

        public Segmenting {
            require(keep >= 0 && keep <= 1, "ETREPROF_SEGMENTATION_KEEP: found %s, expected 0 to 1", keep);
        }
    }

    private static final String DEMO = "demo";

    public EtreprofSettings {
        require(
                isSize(memoryLimit),
                "ETREPROF_MEMORY_LIMIT: found '%s', expected a number and a unit such as 500MB",
                memoryLimit);
        require(threads >= 0, "ETREPROF_THREADS: found %d, expected 0 for the number of cores, or more", threads);
        require(restarts >= 1, "etreprof.restarts: found %d, expected 1 or more", restarts);
    }

    /** Reads the size here, since a failed conversion of Spring's names the property and not the variable. */
    private static boolean isSize(String text) {
        try {
            return DataSize.parse(text).toMegabytes() > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static void require(boolean holds, String message, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(found));
        }
    }

    /**
     * The configured exports, or the demo's when none is configured.
     *
     * @throws ExportException if only some are configured, or only the topics
     */
    public Exports exports() {
        if (counts.isBlank()) {
            return exports("INTERACTIONS_URL_DB", interactions);
        }
        if (!interactions.isBlank()) {
            throw new ExportException(
                    "found both INTERACTIONS_URL_DB and ETREPROF_COUNTS set, expected one of them; unset the other");
        }
        return counted(Path.of(counts.strip()));
    }

    /**
     * The configured users and contents, or the demo's, with a folder of counts in place of the events.
     *
     * @throws ExportException if only one of them is configured, or only the topics
     */
    public Exports counted(Path folder) {
        boolean none = users.isBlank() && contents.isBlank() && topics.isBlank();
        return (none ? demo().with(sources.access()) : exports("ETREPROF_COUNTS", folder.toString())).counted(folder);
    }

    private Exports exports(String variable, String events) {
        Map<String, String> set = Map.of("USER_URL_DB", users, "CONTENTS_URL_DB", contents, variable, events);
        String missing = set.entrySet().stream()
                .filter(one -> one.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return new Exports(users, contents, events, topics.isBlank() ? null : topics, sources.access());
        }
        if (missing.split(", ").length < set.size() || !topics.isBlank()) {
            throw new ExportException(
                    "found only some of the exports configured, expected all or none; set %s too".formatted(missing));
        }
        return demo().with(sources.access());
    }

    /** Whether exports are the demo's, which stay as they are. */
    public boolean isDemo(Exports exports) {
        return exports.equals(demo());
    }

    private Exports demo() {
        return new Exports(demo("users"), demo("contents"), demo("interactions"), demo("content_with_topics"));
    }

    private String demo(String name) {
        return dataDir.resolve(DEMO).resolve(name + ".csv.gz").toString();
    }

    /** The settings of the pipeline. */
    public PipelineSettings pipeline() {
        return new PipelineSettings(
                DataSize.parse(memoryLimit),
                threadCount(threads),
                restarts,
                seed,
                segmentation.features(),
                segmentation.keep(),
                labelledTexts.isBlank() ? null : Path.of(labelledTexts.strip()),
                embedder());
    }

    /** The embedder of the classifier; opened at its first use. */
    public Embedder embedder() {
        return Embedders.in(embedderDir);
    }

    private static int threadCount(int wanted) {
        return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
    }
}
