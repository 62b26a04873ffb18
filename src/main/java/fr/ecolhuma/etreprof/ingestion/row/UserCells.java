package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.Levels;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.cell.Numbers;
import fr.ecolhuma.etreprof.ingestion.cell.Records;
import fr.ecolhuma.etreprof.ingestion.cell.TextLists;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row of users, every one of them whether the user is kept or not, so that each column has an account. */
final class UserCells {

    /**
     * What the cleaning needs of a row.
     *
     * @param user as far as the row says
     * @param locale in lower case, or null
     * @param country as it is written, or null
     * @param unclear whether the years of teaching are not understood
     */
    record Row(User user, @Nullable String locale, @Nullable String country, boolean unclear) {}

    /** What a cell of levels says. */
    private record Taught(TaughtLevels levels, int degre) {

        static final Taught NONE = new Taught(TaughtLevels.NONE, 0);

        /** Labels of which none is known say nothing of a level: that is no list of levels. */
        static CellValue<Taught> of(List<String> labels) {
            Taught teaching = new Taught(Levels.taught(labels), Levels.degree(labels));
            return labels.isEmpty() || !teaching.equals(NONE) ? CellValue.of(teaching) : CellValue.notUnderstood();
        }
    }

    private static final Set<String> PERSONAL = Set.of("id", "codepostal", "json_etablissement");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    private final Columns columns;
    private final TimeColumn<Long> signUps;
    private final PostalCodes postalCodes = new PostalCodes();
    // few of these cells differ, so that each is read once
    private final Map<String, CellValue<Taught>> teachings = new HashMap<>();
    private final Map<String, CellValue<List<String>>> disciplines = new HashMap<>();

    UserCells(String file, Table table, Years years) {
        columns = new Columns("users", file, table, PERSONAL);
        signUps = new TimeColumn<>(columns, "created_at", years);
    }

    /** The id, or null when the row has none; to be read before the row. */
    static @Nullable Long id(Table row) {
        return Ids.read(row.get("id")).value();
    }

    /** The whole row; a user without an id has number 0. */
    Row read(Table row) {
        Long read = columns.read(row, "id", Ids::read).value();
        long id = read == null ? 0 : read;
        String locale = columns.read(row, "locale", UserCells::locale).value();
        String country = columns.read(row, "pays", Texts::read).value();
        String code = columns.read(row, "codepostal", PostalCodes::read).value();
        CellValue<Integer> years = columns.read(row, "anciennete", UserCells::anciennete);
        Taught teaching = columns.read(row, "json_niveau", this::teaching).value();
        teaching = teaching == null ? Taught.NONE : teaching;
        List<String> subjects =
                columns.read(row, "json_discipline", this::subjects).value();
        Map<String, String> school =
                columns.read(row, "json_etablissement", Records::read).value();
        User user = placed(id, years.value(), teaching, code, school == null ? Map.of() : school)
                .signedUp(signUps.read(row, id).value())
                .teaching(discipline(teaching.levels(), subjects));
        return new Row(user, locale, country, years instanceof CellValue.NotUnderstood<Integer>);
    }

    private User placed(
            long id, @Nullable Integer years, Taught teaching, @Nullable String ownCode, Map<String, String> school) {
        String schoolCode = PostalCodes.read(school.get("code_postal")).value();
        String code = schoolCode == null ? ownCode : schoolCode;
        String departement = PostalCodes.departement(code);
        String academie = school.get("academie");
        return new User(
                id,
                code,
                departement,
                academie == null ? postalCodes.academie(departement) : academie,
                years,
                null,
                teaching.degre(),
                teaching.levels(),
                null,
                school.get("type_etablissement"));
    }

    private static CellValue<String> locale(@Nullable String cell) {
        return Texts.read(cell)
                .then(text -> LOCALE.matcher(text).matches() ? CellValue.of(text) : CellValue.notUnderstood());
    }

    private static CellValue<Integer> anciennete(@Nullable String cell) {
        return Numbers.whole(cell)
                .then(years -> User.isAnciennete(years) ? CellValue.of(years) : CellValue.notUnderstood());
    }

    private CellValue<Taught> teaching(@Nullable String cell) {
        return teachings.computeIfAbsent(
                String.valueOf(cell), unseen -> TextLists.read(cell).then(Taught::of));
    }

    private CellValue<List<String>> subjects(@Nullable String cell) {
        return disciplines.computeIfAbsent(String.valueOf(cell), unseen -> TextLists.read(cell));
    }

    private static @Nullable String discipline(TaughtLevels levels, @Nullable List<String> declared) {
        boolean primary = levels.contains(Stage.MATERNELLE) || levels.contains(Stage.ELEMENTAIRE);
        return primary || declared == null || declared.isEmpty() ? null : declared.getFirst();
    }

    /** Users whose sign-up turned out to be no time; to be asked once, behind the last row. */
    Set<Long> withoutSignUp() {
        return signUps.strays();
    }

    List<ColumnAccount> accounts() {
        return columns.accounts();
    }
}
