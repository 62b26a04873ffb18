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

    /** Lower case, no accents, every run of other characters than letters and digits one space, trimmed. */
    static String normalise(String raw) {
        String bare = ACCENTS.matcher(Normalizer.normalize(raw.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        return OTHERS.matcher(bare).replaceAll(" ").strip();
    }

    private boolean judge(String name) {
        return "france".startsWith(name)
                || distance.apply(name, "france") >= 0
                || name.startsWith("france ")
                || name.startsWith("francais")
                || names.contains(name)
                || longNames.stream().anyMatch(known -> name.startsWith(known + " ") || name.endsWith(" " + known));
    }
}
