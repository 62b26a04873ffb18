package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a version's folder, and reads it with every invariant checked. */
public final class SnapshotFiles {

    public static final String PROVENANCE = "provenance.json";

    private SnapshotFiles() {}

    /** Writes every file of a version into an empty folder; returns its manifest. */
    static Manifest write(Path folder, TrainedModel model) throws IOException {
        Json.write(folder.resolve(PROVENANCE), model.provenance());
        Json.write(folder.resolve(SegmentsFile.NAME), SegmentsFile.of(model));
        UsersFile.write(folder, model.users());
        ContentsFile.write(folder, model.catalogue());
        InteractionsFile.write(folder, model.users(), model.interactions());
        RankingsFile.write(folder, model.usage());
        int format = Manifest.FORMAT_WITHOUT_CLASSIFIER;
        if (model.classifier().isPresent()) {
            ClassifierFiles.write(folder, model.classifier().get());
            RecommenderFiles.write(folder, model.recommender());
            format = Manifest.FORMAT;
        }
        Manifest manifest =
                Manifest.of(format, folder, model.provenance().asOf().toLocalDate());
        Json.write(folder.resolve(Manifest.NAME), manifest);
        return manifest;
    }

    /**
     * Reads a version.
     *
     * @throws SnapshotException if a file differs from how it was written
     */
    static Snapshot read(Path folder, Embedder embedder) {
        Manifest manifest = Manifest.read(folder);
        SegmentsFile segments = SegmentsFile.read(folder);
        List<CatalogueItem> catalogue = ContentsFile.read(folder, Taxonomy.load());
        List<Integer> sizes = segments.quality().sizes();
        UserIndex users = UsersFile.read(folder, segments.columns(), sizes);
        TrainedModel model = new TrainedModel(
                ProvenanceFile.read(folder),
                segments.model(),
                segments.quality(),
                segments.profiles(),
                users,
                InteractionsFile.read(folder, users, catalogue.size()),
                catalogue,
                RankingsFile.read(folder, sizes, catalogue.size()),
                manifest.hasClassifier() ? Optional.of(classifier(folder, embedder)) : Optional.empty(),
                manifest.hasClassifier()
                        ? RecommenderFiles.read(folder, catalogue.size())
                        : LearntRecommender.none(catalogue.size()));
        return Snapshot.of(manifest.version(), model);
    }

    /**
     * Reads the classifier of a version; empty if the version has none.
     *
     * @throws SnapshotException if a file of the version differs from how it was written
     */
    static Optional<ContentClassifier> readClassifier(Path folder, Embedder embedder) {
        return Manifest.read(folder).hasClassifier() ? Optional.of(classifier(folder, embedder)) : Optional.empty();
    }

    private static ContentClassifier classifier(Path folder, Embedder embedder) {
        try {
            return ClassifierFiles.read(folder, embedder);
        } catch (ClassifierException e) {
            throw new SnapshotException(String.valueOf(e.getMessage()));
        }
    }
}
