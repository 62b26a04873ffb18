package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.snapshot.disk.CheckedCsv;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code rankings.csv}: the use of each content by each segment, by segment and then content. */
final class RankingsFile {

    static final String NAME = "rankings.csv";

    private static final List<String> HEADER = List.of("segment", "content", "segment_users", "all_users", "score");

    private RankingsFile() {}

    static void write(Path folder, List<SegmentUsage> usage) throws IOException {
        CheckedCsv.write(folder.resolve(NAME), HEADER, rows -> {
            for (int segment = 0; segment < usage.size(); segment++) {
                List<SegmentUsage.Entry> entries = usage.get(segment).entries();
                for (int content = 0; content < entries.size(); content++) {
                    SegmentUsage.Entry entry = entries.get(content);
                    rows.number(segment)
                            .number(content)
                            .number(entry.segmentUsers())
                            .number(entry.allUsers())
                            .decimal(entry.score())
                            .endRow();
                }
            }
        });
    }

    /**
     * Reads the table.
     *
     * @param sizes users of each segment, in id order
     */
    static List<SegmentUsage> read(Path folder, List<Integer> sizes, int contents) {
        List<SegmentUsage.Entry> all = new ArrayList<>();
        int expected = sizes.size() * contents;
        int population = sizes.stream().mapToInt(Integer::intValue).sum();
        CheckedCsv.read(folder.resolve(NAME), HEADER, row -> {
            if (all.size() == expected) {
                throw new IllegalArgumentException("found one row too many, expected %d rows".formatted(expected));
            }
            int segment = row.integer(0, all.size() / contents, all.size() / contents);
            row.integer(1, all.size() % contents, all.size() % contents);
            int segmentUsers = row.integer(2, 0, sizes.get(segment));
            all.add(new SegmentUsage.Entry(segmentUsers, row.integer(3, segmentUsers, population), row.share(4)));
        });
        if (all.size() != expected) {
            throw new SnapshotException("%s: found %d rows, expected %d".formatted(NAME, all.size(), expected));
        }
        List<SegmentUsage> usage = new ArrayList<>();
        for (int segment = 0; segment < sizes.size(); segment++) {
            List<SegmentUsage.Entry> entries = all.subList(segment * contents, (segment + 1) * contents);
            usage.add(new SegmentUsage(sizes.get(segment), population, entries));
        }
        return usage;
    }
}
