package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.classification.embedding.EmbedderException;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.classification.training.LabelledTexts;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.Features;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.features.count.TopicTable;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.training.RecommenderTraining;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsageFit;
import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.profile.ProfiledUser;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfiles;
import fr.ecolhuma.etreprof.snapshot.model.IndexedAudience;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns exports into a trained model: it runs the stages in order, and saves and publishes nothing. */
public final class Pipeline {

    private static final int K = Segmentation.Settings.defaults(1).k();

    private final PipelineSettings settings;
    private final String codeVersion;
    private final Clock clock;
    private final Supplier<LongPredicate> erased;

    /**
     * The trained model of a run.
     *
     * @param warnings doubtful matches of segments, and segments that do not continue the previous ones; mostly none
     * @param weakMatches how many of the matches are doubtful
     */
    public record Training(TrainedModel model, List<String> warnings, int weakMatches) {

        public Training {
            warnings = List.copyOf(warnings);
        }

        private static Training of(TrainedModel model, Segmentation.Result segmentation) {
            List<String> matches = segmentation.warnings();
            return new Training(
                    model,
                    Stream.concat(matches.stream(), Stream.ofNullable(segmentation.jump()))
                            .toList(),
                    matches.size());
        }
    }

    /** The content of the exports, and how many contents of each theme each user has used. */
    public record Extraction(Features features, TopicTable topics) {}

    /**
     * Creates a pipeline for all users.
     *
     * @param codeVersion written into the provenance of its models
     * @param clock decides which events are in the future
     */
    public Pipeline(PipelineSettings settings, String codeVersion, Clock clock) {
        this(settings, codeVersion, clock, () -> id -> false);
    }

    /**
     * Creates a pipeline that leaves some users out.
     *
     * @param erased returns whether an id is one of theirs; fetched again in each run
     */
    public Pipeline(PipelineSettings settings, String codeVersion, Clock clock, Supplier<LongPredicate> erased) {
        this.settings = settings;
        this.codeVersion = codeVersion;
        this.clock = clock;
        this.erased = erased;
    }

    /**
     * Trains a model; the same exports, settings and live version give the same one. Its provenance names the live version
     * if that had a say; if not, any other version or none gives the same model too.
     *
     * @param asOf the day at whose end everything is counted, or null for the latest event
     * @param live the version whose segments are continued and whose classifier may stay, or null the first time
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if an export cannot be used
     * @throws fr.ecolhuma.etreprof.segmentation.model.SegmentationException if no segments can be formed
     */
    public Training train(Exports exports, @Nullable LocalDate asOf, @Nullable Snapshot live, Progress progress) {
        progress.stage(Progress.Stage.FEATURES);
        requireEmbedder();
        Features features = read(exports, asOf);
        progress.rows(features.accounts().read());
        Progress.requireNotCancelled();
        progress.stage(Progress.Stage.THEMES);
        ContentThemes themes = ContentThemes.learn(
                features.contents(), labelled(), Descent.classifier(live), settings.threads(), settings.embedder());
        TopicTable topics = topics(features, themes.ids());
        Progress.requireNotCancelled();
        progress.stage(Progress.Stage.SEGMENTATION);
        Segmentation.Result segmentation = segmentation(features.table(), topics, live);
        Progress.requireNotCancelled();
        progress.stage(Progress.Stage.RECOMMENDATION);
        Provenance provenance = Descent.of(provenance(features, exports), themes, segmentation, live);
        return Training.of(model(features, themes, topics, segmentation, provenance), segmentation);
    }

    /** Tries the embedder, so that a wrong one ends the run before its longest stage. */
    private void requireEmbedder() {
        try {
            settings.embedder().embed("école");
        } catch (EmbedderException e) {
            throw new ExportException(String.valueOf(e.getMessage()));
        }
    }

    private List<LabelledContent> labelled() {
        try {
            return settings.labelled() == null ? List.of() : LabelledTexts.read(settings.labelled());
        } catch (ClassifierException e) {
            throw new ExportException("the labelled texts (ETREPROF_LABELLED_TEXTS): " + e.getMessage());
        }
    }

    private Segmentation.Result segmentation(FeatureTable table, TopicTable topics, @Nullable Snapshot live) {
        return Segmentation.fit(
                new Segmentation.Input(
                        table.behaviour(),
                        topics.counts(),
                        row -> table.users().get(row).id()),
                new Segmentation.Settings(
                        K,
                        settings.restarts(),
                        settings.seed(),
                        settings.threads(),
                        settings.features(),
                        settings.keep()),
                Descent.segments(live, settings.features()));
    }

    /** The present instant, in UTC: later events are in the future. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Reads the exports as {@link #train} does, and nothing more.
     *
     * @param asOf the day at whose end everything is counted, or null for the latest event
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if an export cannot be used
     */
    public Features read(Exports exports, @Nullable LocalDate asOf) {
        return FeatureExtraction.extractForModel(exports, engine(asOf));
    }

    /**
     * Reads the exports and counts, nothing more: no classifier learns.
     *
     * @param classifier finds the themes that the topics file does not name; null leaves those contents without a theme
     */
    public Extraction extract(Exports exports, @Nullable LocalDate asOf, @Nullable ContentClassifier classifier) {
        Features features = FeatureExtraction.extract(exports, engine(asOf));
        List<Integer> themes = ContentThemes.known(features.contents(), classifier, settings.threads());
        return new Extraction(features, topics(features, themes));
    }

    private static TopicTable topics(Features features, List<Integer> themes) {
        return features.uses().topics(themes, Taxonomy.load().themes().size());
    }

    private EngineSettings engine(@Nullable LocalDate asOf) {
        return new EngineSettings(
                asOf, clock.instant(), settings.memoryLimit().toBytes(), settings.threads(), erased.get());
    }

    private TrainedModel model(
            Features features,
            ContentThemes themes,
            TopicTable topics,
            Segmentation.Result segmentation,
            Provenance provenance) {
        List<SegmentUsage> usage = SegmentUsageFit.fit(
                features.uses().table(),
                segmentation::segment,
                segmentation.model().k(),
                features.contents().size(),
                features.asOf().toEpochSecond(ZoneOffset.UTC));
        CountMatrix counts = settings.features().counts(features.table().behaviour(), topics.counts());
        UserIndex users = Indexes.users(features.table().users(), counts, segmentation.assignments());
        List<CatalogueItem> catalogue = Indexes.catalogue(
                features.contents(),
                themes.ids(),
                Taxonomy.load(),
                features.asOf().toLocalDate());
        return new TrainedModel(
                provenance,
                segmentation.model(),
                segmentation.quality(),
                SegmentProfiles.of(counts, profiled(features.table(), topics), segmentation.assignments()),
                users,
                features.uses().table(),
                catalogue,
                usage,
                Optional.of(themes.classifier()),
                recommender(
                        features,
                        users,
                        catalogue,
                        themes.terms(),
                        segmentation.model().k()));
    }

    private static List<ProfiledUser> profiled(FeatureTable table, TopicTable topics) {
        return IntStream.range(0, table.users().size())
                .mapToObj(row -> {
                    User user = table.users().get(row);
                    return new ProfiledUser(user.anciennete(), user.levels(), topics.topicCount(row));
                })
                .toList();
    }

    private LearntRecommender recommender(
            Features features, UserIndex users, List<CatalogueItem> catalogue, List<SparseVector> terms, int segments) {
        return RecommenderTraining.train(
                new RecommenderTraining.Input(
                        features.uses().table(),
                        new IndexedAudience(users, segments),
                        catalogue,
                        terms,
                        features.asOf().toEpochSecond(ZoneOffset.UTC)),
                settings.threads());
    }

    private Provenance provenance(Features features, Exports exports) {
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("k", String.valueOf(K));
        parameters.put("restarts", String.valueOf(settings.restarts()));
        parameters.put("seed", String.valueOf(settings.seed()));
        parameters.put("features", settings.features().code());
        parameters.put("keep", String.valueOf(settings.keep()));
        return new Provenance(
                        codeVersion,
                        features.asOf(),
                        features.inputs(),
                        parameters,
                        features.accounts(),
                        features.columns(),
                        features.unknownContentEvents())
                .by(new Provenance.Counted(features.engine(), exports.kinds()));
    }
}
