package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.files.Manifest;
import fr.ecolhuma.etreprof.snapshot.files.SegmentsFile;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotFiles;
import fr.ecolhuma.etreprof.snapshot.files.UsersFile;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
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

/**
 * The versions on disk as far as segments and users go: only those files of a version are read and checked, once, and
 * the last few are kept. Erased users are not in them.
 */
public final class PastModels {

    /** Twenty megabytes each for 200,000 users. */
    private static final int USERS_KEPT = 2;

    private static final int MODELS_KEPT = 64;

    private static final Pattern VERSION = Pattern.compile("\\d{8}-[0-9a-f]{12}");

    /** What was found at the time the folder of all versions was last changed. */
    private record Found(FileTime changed, List<PastModel> models) {}

    private final Path models;
    private final Erasures erasures;
    private final Map<String, UserRowSearch> searches = latest(MODELS_KEPT);
    private volatile @Nullable Found found;
    private final Map<String, PastModel> byVersion = latest(MODELS_KEPT);
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Map<String, UserIndex> users = latest(USERS_KEPT);

    /**
     * The versions of a folder.
     *
     * @param models the folder of all versions
     * @param erasures who is not to be found in any
     */
    public PastModels(Path models, Erasures erasures) {
        this.models = models;
        this.erasures = erasures;
    }

    private static <K, V> Map<K, V> latest(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /** Every sound version, by the instant it counts at and then by the time it was saved, the earliest first. */
    public List<PastModel> all() {
        Found known = found;
        FileTime changed = changed();
        if (known == null || !known.changed().equals(changed)) {
            known = new Found(
                    changed,
                    folders().stream()
                            .flatMap(folder -> sound(folder.getFileName().toString()).stream())
                            .sorted(Comparator.comparing(PastModel::asOf))
                            .toList());
            found = known;
        }
        return known.models();
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(models);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** A version, empty when it is not sound, which is found out once. */
    private Optional<PastModel> sound(String version) {
        if (broken.contains(version)) {
            return Optional.empty();
        }
        try {
            return Optional.of(get(version));
        } catch (SnapshotException e) {
            broken.add(version);
            return Optional.empty();
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
     * @throws SnapshotException if there is none of that name or it is not sound
     */
    public PastModel get(String version) {
        PastModel known = byVersion.get(version);
        if (known == null) {
            known = read(folder(version));
            byVersion.put(version, known);
        }
        return known;
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
                manifest.version(),
                Json.read(folder.resolve(SnapshotFiles.PROVENANCE), Provenance.class)
                        .asOf(),
                segments.model(),
                segments.profiles());
    }

    /**
     * The users of a version, all but those who are erased.
     *
     * @throws SnapshotException if there is none of that name or it is not sound
     */
    public synchronized UserIndex users(String version) {
        UserIndex known = users.get(version);
        if (known == null) {
            PastModel model = get(version);
            List<Integer> sizes =
                    model.profiles().stream().map(profile -> profile.size()).toList();
            known = UsersFile.read(folder(version), model.segments().columns(), sizes);
        }
        UserIndex left = erasures.left(known);
        users.put(version, left);
        return left;
    }

    /**
     * What a version says of a user; empty when it does not know the user, or the user is erased.
     *
     * @throws SnapshotException if there is none of that name or it is not sound
     */
    public Optional<PastUser> user(String version, long id) {
        UserRowSearch rows = rows(version);
        return erasures.has(id) ? Optional.empty() : rows.find(id);
    }

    private UserRowSearch rows(String version) {
        UserRowSearch known = searches.get(version);
        if (known == null) {
            known = UserRowSearch.of(
                    folder(version), get(version).segments().columns().size());
            searches.put(version, known);
        }
        return known;
    }

    /** Whether the files of a version hold a user, erased or not. */
    public boolean holds(String version, long id) {
        return rows(version).find(id).isPresent();
    }
}
