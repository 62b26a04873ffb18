package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.features.count.ContentUses;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;

/**
 * The content of the exports, typed and counted; no content has a theme yet.
 *
 * @param asOf the instant at which everything is counted
 * @param contents the catalogue, in the order of its keys
 * @param table one row a user
 * @param uses who used which content
 * @param accounts what became of the rows of users, contents and interactions
 * @param columns what the cells of each column said, file by file
 * @param unknownContentEvents uses whose content the catalogue does not have; counted for their users
 * @param engine name and version of what counted the events
 * @param inputs SHA-256 of each export by its role, in hexadecimal
 */
public record Features(
        LocalDateTime asOf,
        List<Content> contents,
        FeatureTable table,
        ContentUses uses,
        RowAccounts accounts,
        List<ColumnAccount> columns,
        long unknownContentEvents,
        String engine,
        SortedMap<String, String> inputs) {}
