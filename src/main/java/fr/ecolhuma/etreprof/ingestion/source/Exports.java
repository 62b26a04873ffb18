package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the raw exports are: each a path or an http(s) address of a CSV, CSV.gz or Parquet file.
 *
 * @param users the users' export
 * @param contents the contents' export
 * @param interactions the events' export
 * @param topics contents with their topics, or null when there is none
 */
public record Exports(
        String users,
        String contents,
        String interactions,
        @Nullable String topics) {

    private static final Pattern USER = Pattern.compile("^([A-Za-z]+://)[^/?#]*@");

    /** The same places without users and passwords, which are not part of what is there. */
    public Exports withoutUsers() {
        return new Exports(bare(users), bare(contents), bare(interactions), topics == null ? null : bare(topics));
    }

    /** What is wrong with the addresses as they are written, one sentence each; nothing is read. */
    public List<String> problems() {
        return Stream.of(
                        problem("users", users),
                        problem("contents", contents),
                        problem("interactions", interactions),
                        topics == null ? Optional.<String>empty() : problem("topics", topics))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> problem(String role, String location) {
        try {
            Location.of(role, location);
            return Optional.empty();
        } catch (ExportException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static String bare(String location) {
        return USER.matcher(location).replaceFirst("$1");
    }
}
