package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Tells which of the free-text countries mean France; remembers each spelling it has judged. */
final class CountryFilter {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SAINT = Pattern.compile("\\bste?\\b");
    private static final Pattern FRANCE = Pattern.compile("\\bfrance\\b");
    private static final Pattern ABROAD = Pattern.compile("\\b(hors|etranger|sauf|pas)\\b");
    private static final int TYPOS = 2;
    private static final int LONG_NAME = 5;

    private final LevenshteinDistance distance = new LevenshteinDistance(TYPOS);
    private final Set<String> names;
    private final List<String> longNames;
    private final Map<String, Boolean> judged = new HashMap<>();

    CountryFilter() {
        names = ShippedFile.text(CountryFilter.class, "france.txt")
                .lines()
                .map(CountryFilter::normalise)
                .collect(Collectors.toSet());
        longNames = names.stream().filter(name -> name.length() >= LONG_NAME).toList();
    }

    boolean isFrance(@Nullable String country) {
        return country == null || judged.computeIfAbsent(country, raw -> judge(normalise(raw)));
    }

    /** Lower case, no accents or wide letters, every run of other characters than letters and digits one space, trimmed. */
    static String normalise(String raw) {
        String bare =
                ACCENTS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKD)).replaceAll("");
        String words =
                OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return SAINT.matcher(words).replaceAll("saint");
    }

    private boolean judge(String name) {
        return name.chars().noneMatch(Character::isLetter)
                || "france".startsWith(name)
                || distance.apply(name, "france") >= 0
                || (FRANCE.matcher(name).find() && !ABROAD.matcher(name).find())
                || name.startsWith("francais")
                || names.contains(name)
                || longNames.stream().anyMatch(known -> name.startsWith(known + " ") || name.endsWith(" " + known));
    }
}
