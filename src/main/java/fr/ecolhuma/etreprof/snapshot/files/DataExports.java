package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.csv.SheetWriter;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.disk.Disk;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The CSV files of the live model for people and their spreadsheets, each replaced in one step. */
public final class DataExports {

    private static final int LISTED = 50;

    private final Path data;
    private final char separator;

    /**
     * Writes into a folder.
     *
     * @param data the folder for the files
     * @param separator of the cells
     */
    public DataExports(Path data, char separator) {
        this.data = data;
        this.separator = separator;
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
            throw SnapshotException.unwritable("data folder", e);
        }
    }

    /** Removes the files that killed writes have left: they may name users who are erased since. */
    public void removeRemains() {
        Disk.sweep(data, 1);
    }

    /** Writes the rows below the header. */
    private interface Body {

        void write(SheetWriter rows) throws IOException;
    }

    private void write(Path file, List<String> header, Body body) throws IOException {
        try (SheetWriter rows = new SheetWriter(Files.newOutputStream(file), separator)) {
            body.write(rows.header(header));
        }
    }

    private void profiles(Path file, TrainedModel model) throws IOException {
        List<String> columns = model.segments().columns();
        List<String> header = Stream.of(
                        List.of("cluster", "name", "size", "percentage"),
                        columns,
                        List.of("anciennete", "topic_count", "activity_level", "email_engagement", "content_usage"))
                .flatMap(List::stream)
                .toList();
        write(file, header, rows -> {
            for (Persona persona : Personas.shipped().all()) {
                profile(rows, persona, model.profiles().get(persona.id()));
            }
        });
    }

    private static void profile(SheetWriter rows, Persona persona, SegmentProfile profile) throws IOException {
        rows.number(persona.id()).text(persona.name()).number(profile.size()).decimal(profile.percentage());
        for (double mean : profile.means().values()) {
            rows.decimal(mean);
        }
        rows.decimal(profile.anciennete())
                .decimal(profile.topicCount())
                .decimal(profile.activityLevel())
                .decimal(profile.emailEngagement())
                .decimal(profile.contentUsage())
                .endRow();
    }

    private void assignments(Path file, TrainedModel model) throws IOException {
        write(file, List.of("user_id", "cluster"), rows -> {
            for (int row = 0; row < model.users().size(); row++) {
                rows.number(model.users().id(row))
                        .number(model.users().segment(row))
                        .endRow();
            }
        });
    }

    private void recommendations(Path file, Snapshot snapshot) throws IOException {
        List<String> header = List.of("cluster", "rank", "type", "id", "title", "theme", "defis", "score");
        write(file, header, rows -> {
            for (Persona persona : Personas.shipped().all()) {
                List<Recommendation> best = snapshot.recommenders()
                        .get(persona.id())
                        .recommend(ContentFilter.ANY, LISTED, content -> false);
                for (int i = 0; i < best.size(); i++) {
                    CatalogueItem item = best.get(i).item();
                    rows.number(persona.id())
                            .number(i + 1)
                            .text(item.key().type())
                            .number(item.key().id())
                            .text(item.title())
                            .text(snapshot.taxonomy().theme(item.theme()).label())
                            .text(String.join("|", item.defis()))
                            .decimal(best.get(i).score())
                            .endRow();
                }
            }
        });
    }
}
