package fr.ecolhuma.etreprof.snapshot.past;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.ecolhuma.etreprof.snapshot.disk.Disk;
import fr.ecolhuma.etreprof.snapshot.disk.FileState;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.disk.StateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every change of the live version, with its time and author: {@code history.jsonl} beside the versions, one JSON
 * object per line. Lines are only added. A last line that a crash cut short is skipped. {@code history.next.json} holds
 * the change in work: if this process dies before it writes the line, the next start writes it.
 */
public final class ModelHistory {

    /** How a version went live. */
    public enum Action {
        /** A recompute published it. */
        PUBLISHED("PUBLISHED"),
        /** A candidate of a dry run was published. */
        PROMOTED("PROMOTED"),
        /** It had been live before. */
        ROLLED_BACK("ROLLED_BACK"),
        /** The current version was broken, and this one replaced it. */
        RECOVERED("RECOVERED");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        /** Its name in answers and files. */
        @JsonValue
        public String code() {
            return code;
        }
    }

    /**
     * One change.
     *
     * @param at when it went live
     * @param version the version that is live from then on
     * @param previous the version that was live before, or null
     * @param by the person or the program that asked for it
     * @param forced whether gates that refused it were overridden
     * @param durationMs the duration of the recompute; null without one
     * @param exports a digest of the exports' addresses; null without exports
     * @param note a remark for readers, such as the gates that were overridden; null for none
     */
    public record Entry(
            Instant at,
            String version,
            @Nullable String previous,
            Action action,
            String by,
            boolean forced,
            @Nullable Long durationMs,
            @Nullable String exports,
            @Nullable String note) {

        public Entry {
            Objects.requireNonNull(at);
            Objects.requireNonNull(version);
            Objects.requireNonNull(action);
            Objects.requireNonNull(by);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ModelHistory.class);
    private static final String NAME = "history.jsonl";
    private static final String NEXT = "history.next.json";

    /** The content of the file in one state. */
    private record Read(FileState state, List<Entry> entries) {}

    private final Path file;
    private final StateFile<Entry> next;
    private volatile Read read = new Read(FileState.NONE, List.of());

    /**
     * Opens a history.
     *
     * @param models the folder of all versions
     */
    public ModelHistory(Path models) {
        this.file = models.resolve(NAME);
        this.next = new StateFile<>(models.resolve(NEXT), Entry.class);
    }

    /**
     * Adds a change, flushed to the disk.
     *
     * @throws SnapshotException if the file cannot be written
     */
    public synchronized void append(Entry entry) {
        try (FileChannel channel = open()) {
            String line = (isTorn() ? "\n" : "") + StateFile.line(entry);
            // one write at the end of the file, wherever other instances have brought it meanwhile
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Checks, before a change is made, that its line can be added.
     *
     * @throws SnapshotException if the file cannot be written
     */
    public synchronized void requireWritable() {
        try (FileChannel channel = open()) {
            channel.force(false);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private FileChannel open() throws IOException {
        Disk.makeRoom(file);
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Whether a crash has cut the last line short. */
    private boolean isTorn() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /**
     * Announces a change before it is made; the same change is added after it is made.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public synchronized void announce(Entry entry) {
        next.write(entry);
    }

    /**
     * Removes the announcement, after the change was added or has failed.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public synchronized void withdraw() {
        next.remove();
    }

    /** The change that was announced and neither added nor withdrawn. */
    public synchronized Optional<Entry> announced() {
        return next.read();
    }

    private static SnapshotException unwritable(IOException reason) {
        return SnapshotException.unwritable("models' history", reason);
    }

    /** An instant that is not before any change so far: the clocks of the machines that add changes may differ. */
    public Instant next(Instant now) {
        return entries().stream().map(Entry::at).filter(now::isBefore).reduce(now, (earlier, later) -> later);
    }

    /**
     * Every change, the oldest first; the same list instance until another change is added.
     *
     * @throws SnapshotException if the file cannot be read
     */
    public List<Entry> entries() {
        Read known = read;
        return known.state().equals(FileState.of(file)) ? known.entries() : readAnew();
    }

    /** Only callers who find a changed file take the lock: every profile asks, and must not queue. */
    private synchronized List<Entry> readAnew() {
        FileState now = FileState.of(file);
        if (!read.state().equals(now)) {
            read = new Read(now, parsed());
        }
        return read.entries();
    }

    private List<Entry> parsed() {
        if (!Files.isRegularFile(file)) {
            if (Files.exists(file)) {
                LOG.warn("{}: found a folder, expected a file; remove the folder, or restore the file", NAME);
            }
            return List.of();
        }
        try {
            List<Entry> entries = new ArrayList<>();
            // invalid bytes only make their own line unreadable
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                parse(lines.get(i), i + 1).ifPresent(entries::add);
            }
            // several instances may have added lines at the same time, or the same missing line
            return entries.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Entry::at))
                    .toList();
        } catch (IOException e) {
            throw new SnapshotException("the models' history cannot be read; check its permissions");
        }
    }

    private static Optional<Entry> parse(String line, int number) {
        return line.isBlank()
                ? Optional.empty()
                : StateFile.parse(line, Entry.class, "%s, line %d".formatted(NAME, number));
    }

    /**
     * The digest of the exports that a version was made of, from the last run or promotion that has one; empty when none
     * has. A rollback makes nothing: its line may repeat the exports of another version.
     *
     * @throws SnapshotException if the file cannot be read
     */
    public Optional<String> exportsOf(String version) {
        return entries().stream()
                .filter(entry -> entry.version().equals(version))
                .filter(entry -> entry.action() == Action.PUBLISHED || entry.action() == Action.PROMOTED)
                .flatMap(entry -> Stream.ofNullable(entry.exports()))
                .reduce((earlier, later) -> later);
    }

    /** The last change before or at an instant; empty before the first change. */
    public Optional<Entry> at(Instant instant) {
        return entries().stream().filter(entry -> !entry.at().isAfter(instant)).reduce((earlier, later) -> later);
    }
}
