package fr.ecolhuma.etreprof.ingestion.source;

import java.util.regex.Pattern;
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

    private static String bare(String location) {
        return USER.matcher(location).replaceFirst("$1");
    }
}
