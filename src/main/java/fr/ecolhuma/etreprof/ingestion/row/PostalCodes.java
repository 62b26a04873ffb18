package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.Academies;
import fr.ecolhuma.etreprof.ingestion.cell.CellValue;
import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** French postal codes: repaired, and the département and académie they lie in. */
final class PostalCodes {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");
    private static final Pattern CORSICAN = Pattern.compile("2[AB]\\d{1,3}");
    private static final int PREFIX = 2;
    private static final Pattern TRAILING_ZERO = Pattern.compile("\\.0+$");
    private static final int LENGTH = 5;

    private final Map<String, String> academies = Academies.byDepartement();

    /** A postal code with all five characters. */
    static CellValue<String> read(@Nullable String cell) {
        return Texts.read(cell).then(PostalCodes::repaired);
    }

    private static CellValue<String> repaired(String text) {
        if (DIGITS.matcher(text).matches()) {
            return CellValue.of(zeros(text) + text);
        }
        String code = TRAILING_ZERO.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        String zeros = zeros(code);
        if (DIGITS.matcher(code).matches()) {
            return CellValue.of(zeros + code);
        }
        return CORSICAN.matcher(code).matches()
                ? CellValue.of(code.substring(0, PREFIX) + zeros + code.substring(PREFIX))
                : CellValue.notUnderstood();
    }

    private static String zeros(String code) {
        return "0".repeat(Math.max(0, LENGTH - code.length()));
    }

    /** The département of a repaired code: two characters, three overseas. */
    static @Nullable String departement(@Nullable String code) {
        if (code == null) {
            return null;
        }
        if (code.startsWith("97") || code.startsWith("98")) {
            return code.substring(0, 3);
        }
        if (code.startsWith("200") || code.startsWith("201")) {
            return "2A";
        }
        boolean upperCorsica = code.compareTo("202") >= 0 && code.compareTo("207") < 0;
        return upperCorsica ? "2B" : code.substring(0, 2);
    }

    @Nullable
    String academie(@Nullable String departement) {
        return departement == null ? null : academies.get(departement);
    }
}
