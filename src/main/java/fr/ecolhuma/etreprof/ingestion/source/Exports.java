package fr.ecolhuma.etreprof.ingestion.source;

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
        @Nullable String topics) {}
