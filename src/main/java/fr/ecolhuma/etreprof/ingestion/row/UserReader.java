package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.Levels;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.ingestion.cell.Dates;
import fr.ecolhuma.etreprof.ingestion.cell.JsonCells;
import fr.ecolhuma.etreprof.ingestion.cell.Numbers;
import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and cleans the users' export, as docs/exports.md's "Cleaning users" says, step by step. */
public final class UserReader {

    /**
     * What was read.
     *
     * @param users kept, ascending by id
     * @param dropped ids of the users that were not kept
     */
    public record Result(List<User> users, Set<Long> dropped, RowAccount account) {

        /** The same with the years of teaching that users have in a year, no longer those they declared. */
        public Result in(int year) {
            return new Result(users.stream().map(user -> user.in(year)).toList(), dropped, account);
        }
    }

    /** What a cell of levels says; few cells differ, so that each is read once. */
    private record Taught(TaughtLevels levels, int degre) {

        static Taught of(String cell) {
            List<String> labels = JsonCells.texts(cell);
            return new Taught(Levels.taught(labels), Levels.degree(labels));
        }
    }

    private final CountryFilter countries = new CountryFilter();
    private final PostalCodes postalCodes = new PostalCodes();
    private final Map<String, Taught> teachings = new HashMap<>();
    private final Map<String, List<String>> disciplines = new HashMap<>();
    private final List<User> users = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> dropped = new HashSet<>();
    private final RowTally tally;
    private final LongPredicate erased;

    private UserReader(RowTally tally, LongPredicate erased) {
        this.tally = tally;
        this.erased = erased;
    }

    /** Reads the whole table but those who are erased; the years of teaching are those that were declared. */
    public static Result read(Table table, String file, LongPredicate erased) {
        UserReader reader = new UserReader(new RowTally(file), erased);
        while (table.next()) {
            reader.row(table);
        }
        return reader.result();
    }

    private Result result() {
        users.sort(Comparator.comparingLong(User::id));
        users.forEach(user -> dropped.remove(user.id()));
        return new Result(List.copyOf(users), dropped, tally.account());
    }

    private void row(Table row) {
        String reason = refusal(row);
        tally.add(reason, row.line());
        if (reason == null) {
            users.add(user(row));
        }
    }

    private @Nullable String refusal(Table row) {
        String defect = row.defect();
        if (defect != null) {
            return defect;
        }
        Long id = Numbers.integer(row.get("id"));
        if (id == null) {
            return "bad_id";
        }
        if (erased.test(id)) {
            dropped.add(id);
            return "erased";
        }
        if ("be".equalsIgnoreCase(row.get("locale"))) {
            dropped.add(id);
            return "locale_be";
        }
        if (!seen.add(id)) {
            return "duplicate_id";
        }
        if (!countries.isFrance(row.get("pays"))) {
            dropped.add(id);
            return "not_in_france";
        }
        return null;
    }

    private User user(Table row) {
        Long id = Numbers.integer(row.get("id"));
        Taught teaching = teachings.computeIfAbsent(cell(row, "json_niveau"), Taught::of);
        JsonNode school = JsonCells.object(row.get("json_etablissement"));
        String code = firstOf(
                PostalCodes.repair(JsonCells.text(school, "code_postal")), PostalCodes.repair(row.get("codepostal")));
        String departement = PostalCodes.departement(code);
        return new User(
                id == null ? 0 : id,
                code,
                departement,
                firstOf(JsonCells.text(school, "academie"), postalCodes.academie(departement)),
                Numbers.whole(row.get("anciennete")),
                Dates.parse(row.get("created_at")),
                teaching.degre(),
                teaching.levels(),
                discipline(teaching.levels(), cell(row, "json_discipline")),
                JsonCells.text(school, "type_etablissement"));
    }

    private @Nullable String discipline(TaughtLevels levels, String cell) {
        if (levels.contains(Stage.MATERNELLE) || levels.contains(Stage.ELEMENTAIRE)) {
            return null;
        }
        List<String> declared = disciplines.computeIfAbsent(cell, JsonCells::texts);
        return declared.isEmpty() ? null : declared.getFirst();
    }

    private static String cell(Table row, String column) {
        String cell = row.get(column);
        return cell == null ? "" : cell;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
