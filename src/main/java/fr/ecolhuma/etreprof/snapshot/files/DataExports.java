package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.disk.Csv;
import fr.ecolhuma.etreprof.snapshot.disk.Disk;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The CSV files of the live model for people and other programs, each replaced in one step. */
public final class DataExports {

    private static final int LISTED = 50;

    private final Path data;

    /**
     * Exports.
     *
     * @param data the folder they are written to
     */
    public DataExports(Path data) {
        this.data = data;
    }

    /**
     * Writes the profiles, the assignments and the contents recommended to each segment.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void write(Snapshot snapshot) {
        try {
            Disk.replace(data.resolve("cluster_profiles.csv"), file -> profiles(file, snapshot.model()));
            Disk.replace(data.resolve("user_cluster_assignments.csv"), file -> assignments(file, snapshot.model()));
            Disk.replace(data.resolve("content_recommendations_mapping.csv"), file -> recommendations(file, snapshot));
        } catch (IOException e) {
            throw new SnapshotException("the data folder cannot be written; check that it is writable and has space");
        }
    }

    private static void profiles(Path file, TrainedModel model) throws IOException {
        List<String> columns = model.segments().columns();
        List<String> header = Stream.of(
                        List.of("cluster", "name", "size", "percentage"),
                        columns,
                        List.of("anciennete", "topic_count", "activity_level", "email_engagement", "content_usage"))
                .flatMap(List::stream)
                .toList();
        Csv.write(file, header, rows -> {
            for (Persona persona : Personas.shipped().all()) {
                rows.printRecord(cells(persona, model.profiles().get(persona.id())));
            }
        });
    }

    private static List<Object> cells(Persona persona, SegmentProfile profile) {
        List<Object> cells =
                new ArrayList<>(List.of(persona.id(), persona.name(), profile.size(), profile.percentage()));
        cells.addAll(profile.means().values());
        Double anciennete = profile.anciennete();
        cells.add(anciennete == null ? "" : anciennete);
        cells.addAll(List.of(
                profile.topicCount(), profile.activityLevel(), profile.emailEngagement(), profile.contentUsage()));
        return cells;
    }

    private static void assignments(Path file, TrainedModel model) throws IOException {
        Csv.write(file, List.of("user_id", "cluster"), rows -> {
            for (int row = 0; row < model.users().size(); row++) {
                rows.printRecord(model.users().id(row), model.users().segment(row));
            }
        });
    }

    private static void recommendations(Path file, Snapshot snapshot) throws IOException {
        List<String> header = List.of("cluster", "rank", "type", "id", "title", "theme", "defis", "score");
        Csv.write(file, header, rows -> {
            for (Persona persona : Personas.shipped().all()) {
                List<Recommendation> best = snapshot.recommenders()
                        .get(persona.id())
                        .recommend(ContentFilter.ANY, LISTED, content -> false);
                for (int i = 0; i < best.size(); i++) {
                    CatalogueItem item = best.get(i).item();
                    rows.printRecord(
                            persona.id(),
                            i + 1,
                            item.key().type(),
                            item.key().id(),
                            item.title(),
                            snapshot.taxonomy().theme(item.theme()).label(),
                            String.join("|", item.defis()),
                            best.get(i).score());
                }
            }
        });
    }
}
