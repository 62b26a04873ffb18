package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.DemoExports;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rubbish in a growing share of one column's filled cells: the account counts every one of them, and the exports are refused
 * by that column's name from a fifth on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RubbishTests {

    private static final List<Double> SHARES = List.of(0.02, 0.12, 0.21, 0.6);

    @TempDir
    static Path folder;

    private final Map<String, RowTable> tables = new LinkedHashMap<>();

    @BeforeAll
    void writeExports() throws IOException {
        DemoExports.write(new DemoExports.Request(1_000, 8_000, 150, 5, LocalDate.parse("2025-07-09"), folder, false));
        for (String role : RowTable.ROLES) {
            tables.put(role, RowTable.read(folder.resolve(role + ".csv")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "users, users, id, x-12",
        "users, users, json_niveau, [[[",
        "users, users, created_at, 31/02/25",
        "users, users, anciennete, longtemps",
        "users, users, json_discipline, {{",
        "users, users, json_etablissement, {{",
        "users, users, codepostal, ?",
        "users, users, locale, 12 %",
        "contents, contents, id, x-12",
        "contents, contents, etat, bleu",
        "contents, contents, niveaux, [[[",
        "contents, contents, created_at, hier",
        "contents, contents, published_at, 10-07-25",
        "contents, contents, cps, peut-être",
        "contents, contents, sante_mentale, 7",
        "contents, contents, ecole_inclusive, -",
        "contents, contents, transition_ecologique, 2",
        "contents, contents, reussite_tous_eleves, ok",
        "interactions, events, user_id, 1E+05",
        "interactions, events, type, ???",
        "interactions, events, created_at, 10:00 AM",
        "content_with_topics, topics, id, 0x10"
    })
    void rubbishIsCountedAndRefused(String role, String export, String column, String rubbish) {
        for (double share : SHARES) {
            RowTable table = tables.get(role);
            List<Map<String, String>> rows = new ArrayList<>(table.rows());
            List<Integer> filled = IntStream.range(0, rows.size())
                    .filter(row -> rows.get(row).get(column) != null)
                    .boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(filled, new Random(17));
            int replaced = (int) Math.ceil(filled.size() * share);
            for (int row : filled.subList(0, replaced)) {
                Map<String, String> cells = new LinkedHashMap<>(rows.get(row));
                cells.put(column, rubbish);
                rows.set(row, cells);
            }
            judge(role, new RowTable(table.header(), rows), export, column, share, replaced);
        }
    }

    private void judge(String role, RowTable mutated, String export, String column, double share, int replaced) {
        ExportFolder exports = new ExportFolder(folder);
        for (String other : RowTable.ROLES) {
            exports.with(
                    "rubbish-" + other + ".csv", Dialect.USUAL.write(other.equals(role) ? mutated : tables.get(other)));
        }
        Features features = exports.named("rubbish-users.csv", "rubbish-contents.csv", "rubbish-interactions.csv")
                .topics("rubbish-content_with_topics.csv")
                .extract();
        ColumnAccount account = features.columns().stream()
                .filter(one -> one.export().equals(export) && one.column().equals(column))
                .findFirst()
                .orElseThrow();
        assertThat(account.notUnderstood()).as("%s at %s", column, share).isGreaterThanOrEqualTo(replaced);
        String gate = "cells_%s_%s".formatted(export, column);
        boolean expected = share > 0.2 && replaced >= 10;
        assertThat(RowTable.refusals(features).contains(gate))
                .as("%s at %s: %d of %d", column, share, account.notUnderstood(), account.filled())
                .isEqualTo(expected);
    }
}
