package fr.ecolhuma.etreprof.api.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the reasons of a list may not say; worked out from the sentences alone. */
final class ReasonRules {

    private static final Pattern QUOTED = Pattern.compile("«([^»]*)»");
    private static final Pattern TITLE = Pattern.compile("(?<!défi prioritaire )«\u00a0([^»]*)\u00a0»");
    private static final Pattern FIGURE = Pattern.compile("\\d+(,\\d+)?");
    private static final Pattern BREAKING = Pattern.compile("[^\u00a0]»|«[^\u00a0]| [:;?!%]|\u202f");

    /** Segments' names, which are for those who run the platform. */
    private static final Pattern LABEL = Pattern.compile(
            "Équilibrés|Adeptes|Super utilisateurs|Peu actifs|Balanced|Specialists|Super Users|Inactive|groupe «");

    /** Shares of the registered are no shares of all teachers. */
    private static final Pattern UNTRUE = Pattern.compile("% (de l'ensemble )?des enseignants");

    private ReasonRules() {}

    /** Every breach, with its sentence. */
    static List<String> breaches(List<String> reasons) {
        List<String> breaches = new ArrayList<>();
        Map<String, Integer> titles = new TreeMap<>();
        for (String reason : reasons) {
            String own = QUOTED.matcher(reason).replaceAll("«»");
            check(own.matches("Ce contenu[^.:;—]*\\."), "not one main clause", reason, breaches);
            check(FIGURE.matcher(own).results().count() <= 1, "two figures", reason, breaches);
            check(reason.chars().filter(sign -> sign == ':').count() <= 1, "two colons", reason, breaches);
            check(!LABEL.matcher(reason).find(), "an internal label", reason, breaches);
            check(!UNTRUE.matcher(own.replace('\u00a0', ' ')).find(), "untrue", reason, breaches);
            check(!BREAKING.matcher(reason).find(), "a space that breaks", reason, breaches);
            Matcher title = TITLE.matcher(reason);
            while (title.find()) {
                check(title.group(1).length() <= 60, "a long title", reason, breaches);
                check(titles.merge(title.group(1), 1, Integer::sum) <= 2, "a title too often", reason, breaches);
            }
        }
        return breaches;
    }

    private static void check(boolean kept, String breach, String reason, List<String> breaches) {
        if (!kept) {
            breaches.add(breach + ": " + reason);
        }
    }
}
