package fr.ecolhuma.etreprof.snapshot.past;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ecolhuma.etreprof.segmentation.explain.Placement;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.Manifest;
import fr.ecolhuma.etreprof.snapshot.files.ProvenanceFile;
import fr.ecolhuma.etreprof.snapshot.files.SegmentsFile;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotFiles;
import fr.ecolhuma.etreprof.snapshot.files.UsersFile;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments and users of the versions on disk: only these files of a version are read and checked, once, and the
 * last few are kept. They do not hold erased users. A version that cannot be read is logged once and left out. It is
 * tried again a minute later, or at once when the folder has changed.
 */
public final class PastModels {

    private static final Logger LOG = LoggerFactory.getLogger(PastModels.class);

    /**
     * The time until an unreadable version is tried again: a check for 200,000 users takes a tenth of a second, too
     * long for every request.
     */
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** The number of versions kept; each takes twenty megabytes for 200,000 users. */
    private static final int USERS_KEPT = 2;

    private static final int MODELS_KEPT = 64;

    private static final Pattern VERSION = Pattern.compile("\\d{8}-[0-9a-f]{12}");

    /** The versions found at one state of the folder, and the time until which this result holds. */
    private record Found(FileTime changed, List<PastModel> models, Instant until) {

        private boolean holds(FileTime nowChanged, Instant now) {
            return changed.equals(nowChanged) && now.isBefore(until);
        }
    }

    private final Path models;
    private final Erasures erasures;
    private final Cache<String, UserRowSearch> searches = kept();
    private volatile @Nullable Found found;
    private final Cache<String, PastModel> byVersion = kept();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;

    /**
     * The two versions used last: a cache that keeps the most frequent ones would read two new ones again and again.
     */
    private final Map<String, UserIndex> users = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UserIndex> eldest) {
            return size() > USERS_KEPT;
        }
    };

    /** The versions of a folder, by the clock of the machine. */
    public PastModels(Path models, Erasures erasures) {
        this(models, erasures, InstantSource.system());
    }

    /**
     * The versions of a folder.
     *
     * @param models the folder of all versions
     * @param erasures the users to leave out of all versions
     * @param clock times the next try of a version that could not be read
     */
    PastModels(Path models, Erasures erasures, InstantSource clock) {
        this.models = models;
        this.erasures = erasures;
        this.clock = clock;
    }

    private static <V> Cache<String, V> kept() {
        return Caffeine.newBuilder()
                .maximumSize(MODELS_KEPT)
                .executor(Runnable::run)
                .build();
    }

    /** Every sound version, by its as-of and then by the time of its save, the earliest first. */
    public List<PastModel> all() {
        Found known = found;
        FileTime changed = changed();
        Instant now = clock.instant();
        if (known == null || !known.holds(changed, now)) {
            known = find(changed, now);
            found = known;
        }
        return known.models();
    }

    private Found find(FileTime changed, Instant now) {
        List<Path> folders = folders();
        List<PastModel> sound = folders.stream()
                .flatMap(folder -> sound(folder.getFileName().toString()).stream())
                .sorted(Comparator.comparing(PastModel::asOf))
                .toList();
        return new Found(changed, sound, sound.size() == folders.size() ? Instant.MAX : now.plus(RETRY));
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(models);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private Optional<PastModel> sound(String version) {
        try {
            return Optional.of(get(version));
        } catch (SnapshotException e) {
            logOnce(version, e);
            return Optional.empty();
        }
    }

    private void logOnce(String version, SnapshotException reason) {
        if (logged.add(version + reason.getMessage())) {
            LOG.warn("model {} is left out of histories and comparisons: {}", version, reason.getMessage());
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder ->
                            VERSION.matcher(folder.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong((Path folder) ->
                            folder.resolve(Manifest.NAME).toFile().lastModified()))
                    .toList();
        } catch (IOException e) {
            throw new SnapshotException("the models folder cannot be read; check its permissions");
        }
    }

    /**
     * The segments of a version.
     *
     * @throws SnapshotException if there is no such version or it is not sound
     */
    public PastModel get(String version) {
        return byVersion.get(version, unread -> read(folder(unread)));
    }

    private Path folder(String version) {
        Path folder = models.resolve(version);
        if (!VERSION.matcher(version).matches() || !Files.isDirectory(folder)) {
            throw new SnapshotException("found no model version '%s'; expected one of those that are kept"
                    .formatted(version.length() > 40 ? version.substring(0, 40) + "…" : version));
        }
        return folder;
    }

    private static PastModel read(Path folder) {
        Manifest manifest = Manifest.read(folder, SegmentsFile.NAME, UsersFile.NAME, SnapshotFiles.PROVENANCE);
        SegmentsFile segments = SegmentsFile.read(folder);
        return new PastModel(
                manifest.version(), ProvenanceFile.read(folder).asOf(), segments.model(), segments.profiles());
    }

    /**
     * All users of a version, to be counted and never named: erased ones too, since a count that fell by one would tell
     * where the user was who has just been erased.
     *
     * @throws SnapshotException if there is no such version or it is not sound
     */
    public synchronized UserIndex countedUsers(String version) {
        UserIndex known = users.get(version);
        if (known == null) {
            PastModel model = get(version);
            List<Integer> sizes =
                    model.profiles().stream().map(profile -> profile.size()).toList();
            known = UsersFile.read(folder(version), model.segments().columns(), sizes);
        }
        users.put(version, known);
        return known;
    }

    /**
     * The counts of a user in a version and their segment; empty when the version does not know the user, or the user
     * is erased.
     *
     * @throws SnapshotException if there is no such version or it is not sound, which is logged once
     */
    public Optional<Placement> user(String version, long id) {
        try {
            Optional<PastUser> found = rows(version).find(id);
            return erasures.has(id) ? Optional.empty() : found.map(user -> placement(version, user));
        } catch (SnapshotException e) {
            logOnce(version, e);
            throw e;
        }
    }

    private Placement placement(String version, PastUser user) {
        return Placement.of(get(version).segments(), user.counts(), user.segment());
    }

    private UserRowSearch rows(String version) {
        return searches.get(
                version,
                unread -> UserRowSearch.of(
                        folder(unread), get(unread).segments().columns().size()));
    }

    /** Whether the files of a version hold a user, who may be erased. */
    public boolean holds(String version, long id) {
        return rows(version).find(id).isPresent();
    }
}
