package fr.ecolhuma.etreprof.api.ops;

import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The volumes that the service writes to. */
@Component
final class Volumes {

    private final SortedMap<String, Path> folders = new TreeMap<>();

    @Autowired
    Volumes(EtreprofSettings settings) {
        this(settings.modelsDir(), settings.dataDir());
    }

    Volumes(Path models, Path data) {
        folders.put("models", models.toAbsolutePath());
        folders.put("data", data.toAbsolutePath());
        folders.put("temporary", Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    /** The folders by their names for operators. */
    Set<String> names() {
        return folders.keySet();
    }

    /** Bytes that the service may still write to the volume of a folder; of its parent where it does not exist yet. */
    long free(String name) {
        Path folder = folders.get(name);
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? 0 : folder.toFile().getUsableSpace();
    }
}
