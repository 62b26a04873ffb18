package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.classification.embedding.Embedders;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what stops a recompute before anything is read: a missing export, a folder that cannot be written. */
public final class SettingsCheck {

    private SettingsCheck() {}

    /** One sentence per problem; none where a recompute can begin. Addresses are not called. */
    public static List<String> problems(EtreprofSettings settings) {
        List<String> problems = new ArrayList<>();
        try {
            problems.addAll(problems(settings.exports()));
        } catch (ExportException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (!settings.labelledTexts().isBlank()
                && !isReadable(settings.labelledTexts().strip())) {
            problems.add("the labelled texts: found no file that can be read; set ETREPROF_LABELLED_TEXTS to a path");
        }
        Embedders.problem(settings.embedderDir()).ifPresent(problems::add);
        problems.addAll(folders(settings));
        return problems;
    }

    /** The folders that cannot be written. */
    public static List<String> folders(EtreprofSettings settings) {
        return Stream.of(
                        folder("models", "ETREPROF_MODELS_DIR", settings.modelsDir()),
                        folder("data", "ETREPROF_DATA_DIR", settings.dataDir()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> problems(Exports exports) {
        List<String> problems = new ArrayList<>(exports.problems());
        file("users", "USER_URL_DB", exports.users()).ifPresent(problems::add);
        file("contents", "CONTENTS_URL_DB", exports.contents()).ifPresent(problems::add);
        file("interactions", "INTERACTIONS_URL_DB", exports.interactions()).ifPresent(problems::add);
        exports.counts()
                .filter(folder -> !isReadable(folder.resolve("account.json")))
                .map(
                        _ ->
                                "the counts: found no account.json that can be read; set ETREPROF_COUNTS to a folder that 'counts' has written")
                .ifPresent(problems::add);
        file("topics", "CONTENT_WITH_TOPICS_URL_DB", exports.topics()).ifPresent(problems::add);
        return problems;
    }

    private static Optional<String> file(String role, String variable, @Nullable String place) {
        return Optional.ofNullable(place)
                .flatMap(address -> Exports.file(role, address))
                .filter(path -> !isReadable(path))
                .map(_ -> "the %s export: found no file that can be read; set %s to a path or an http(s) address"
                        .formatted(role, variable));
    }

    private static boolean isReadable(String place) {
        try {
            return isReadable(Path.of(place));
        } catch (InvalidPathException _) {
            // said already
            return true;
        }
    }

    private static boolean isReadable(Path path) {
        return Files.isRegularFile(path) && Files.isReadable(path);
    }

    private static Optional<String> folder(String name, String variable, Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there)
                ? Optional.empty()
                : Optional.of("the %s folder cannot be written; make it writable or set %s to another folder"
                        .formatted(name, variable));
    }
}
