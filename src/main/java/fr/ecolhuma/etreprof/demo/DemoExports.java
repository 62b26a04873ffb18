package fr.ecolhuma.etreprof.demo;

import fr.ecolhuma.etreprof.corpus.Corpus;
import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.demo.catalogue.Catalogue;
import fr.ecolhuma.etreprof.demo.catalogue.CatalogueWriter;
import fr.ecolhuma.etreprof.demo.catalogue.DemoContent;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.events.EventWriter;
import fr.ecolhuma.etreprof.demo.people.People;
import fr.ecolhuma.etreprof.demo.people.Population;
import fr.ecolhuma.etreprof.demo.people.UserWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes made-up exports in the raw format, including its mess: users.csv, contents.csv, interactions.csv and
 * content_with_topics.csv. The same request gives the same bytes on any machine (compressed ones also depend on the
 * machine's zlib; their content does not). Rows are streamed: memory grows neither with users nor with events.
 */
public final class DemoExports {

    /**
     * The size and place of the exports. Every number counts rows, including messy ones.
     *
     * @param users rows of users.csv, 1 to 10⁸; one in a thousand repeats an earlier id
     * @param events rows of interactions.csv, 0 to 10⁹: shadow sessions, exact repeats and rows of unknown users count.
     *     With 80 per user the shape is that of the real export; other numbers scale it
     * @param contents rows of contents.csv, 1 to 10⁶
     * @param seed of all draws
     * @param asOf last day of the eight years that the exports cover
     * @param out a writable folder, created if it is missing; files of the same names are replaced
     * @param gzip whether names end in {@code .csv.gz}
     */
    public record Request(long users, long events, int contents, long seed, LocalDate asOf, Path out, boolean gzip) {}

    @FunctionalInterface
    private interface Writing {
        void to(CsvWriter csv) throws IOException;
    }

    private static final long MOST_USERS = 100_000_000;
    private static final long MOST_EVENTS = 1_000_000_000;
    private static final int MOST_CONTENTS = 1_000_000;
    private static final int BUFFER = 1 << 16;

    private DemoExports() {}

    /**
     * Writes the four files.
     *
     * @throws DemoDataException when a number is out of range or the files cannot be written
     */
    public static void write(Request request) {
        check(request);
        makeFolder(request.out());
        Era era = Era.before(request.asOf());
        Population population = new Population(request.seed(), era);
        People people = People.of(request.users(), request.seed());
        List<DemoContent> items = Catalogue.draft(Corpus.load(), request.contents(), request.seed(), era);
        CatalogueWriter catalogue = new CatalogueWriter(era, items);
        UserWriter users = new UserWriter(population, people, era, request.seed());
        EventWriter events = new EventWriter(population, people, era, request.seed(), request.events());
        file(request, "contents", catalogue::contents);
        file(request, "content_with_topics", catalogue::topics);
        file(request, "users", users::users);
        file(request, "interactions", csv -> events.events(items, csv));
    }

    private static void check(Request request) {
        within("users", request.users(), 1, MOST_USERS);
        within("events", request.events(), 0, MOST_EVENTS);
        within("contents", request.contents(), 1, MOST_CONTENTS);
        within("year of the as-of date", request.asOf().getYear(), 1900, 2900);
    }

    private static void makeFolder(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            String found = Files.exists(out) ? "a file" : "no folder, and it cannot be created";
            throw new DemoDataException("output folder", found, "a writable folder", e);
        }
        if (!Files.isWritable(out)) {
            throw new DemoDataException("output folder", "a folder that is not writable", "a writable folder");
        }
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new DemoDataException(name, value, "%d to %d".formatted(least, most));
        }
    }

    private static void file(Request request, String name, Writing writing) {
        String fileName = name + (request.gzip() ? ".csv.gz" : ".csv");
        try (CsvWriter csv = new CsvWriter(open(request.out().resolve(fileName), request.gzip()))) {
            writing.to(csv);
        } catch (IOException e) {
            throw new DemoDataException(fileName, "no way to write it", "a writable folder with enough free space", e);
        }
    }

    private static OutputStream open(Path path, boolean gzip) throws IOException {
        OutputStream raw = Files.newOutputStream(path);
        return gzip ? new GZIPOutputStream(raw, BUFFER) : raw;
    }
}
