package fr.ecolhuma.etreprof.segmentation.profile;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a segment in French words.
 *
 * <p>A level of 0 to 2 is "Faible" below 0.67, "Modéré" below 1.33, else "Élevé". A mean of fewer than 2 themes per
 * user is "Peu diversifié", fewer than 5 "Moyennement diversifié", else "Très diversifié".
 *
 * @param ancienneteMoyenne such as "14 ans", or "Inconnue"
 * @param activiteGenerale the activity level in a word
 * @param engagementEmail the e-mail level in a word
 * @param usageContenu the content level in a word
 * @param diversiteThematique the number of themes in words
 * @param niveauPrincipal the stage most of its users teach and their share, such as "Élémentaire (36%)", or "Inconnu"
 * @param repartitionNiveaux share of its users by label of the stage they teach, in stage order, 10 % and more; users
 *     may teach several stages
 */
public record SegmentDescription(
        String ancienneteMoyenne,
        String activiteGenerale,
        String engagementEmail,
        String usageContenu,
        String diversiteThematique,
        String niveauPrincipal,
        Map<String, String> repartitionNiveaux) {

    private static final double MODERATE = 0.67;
    private static final double HIGH = 1.33;
    private static final double SEVERAL_TOPICS = 2;
    private static final double MANY_TOPICS = 5;
    private static final double LEAST_SHARE = 0.1;

    public SegmentDescription {
        repartitionNiveaux = Collections.unmodifiableMap(new LinkedHashMap<>(repartitionNiveaux));
    }

    /** Describes the figures of a profile. */
    public static SegmentDescription of(SegmentProfile profile) {
        return new SegmentDescription(
                years(profile.anciennete()),
                level(profile.activityLevel()),
                level(profile.emailEngagement()),
                level(profile.contentUsage()),
                diversity(profile.topicCount()),
                mainStage(profile),
                stages(profile));
    }

    private static String years(@Nullable Double anciennete) {
        if (anciennete == null) {
            return "Inconnue";
        }
        long years = Math.round(anciennete);
        return years + (years < 2 ? " an" : " ans");
    }

    private static String level(double level) {
        if (level < MODERATE) {
            return "Faible";
        }
        return level < HIGH ? "Modéré" : "Élevé";
    }

    private static String diversity(double topicCount) {
        if (topicCount < SEVERAL_TOPICS) {
            return "Peu diversifié";
        }
        return topicCount < MANY_TOPICS ? "Moyennement diversifié" : "Très diversifié";
    }

    private static String mainStage(SegmentProfile profile) {
        Stage main = Stage.MATERNELLE;
        for (Stage stage : Stage.values()) {
            main = share(profile, stage) > share(profile, main) ? stage : main;
        }
        double share = share(profile, main);
        return share == 0 ? "Inconnu" : "%s (%s)".formatted(main.label(), percent(share));
    }

    private static Map<String, String> stages(SegmentProfile profile) {
        Map<String, String> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            double share = share(profile, stage);
            if (share >= LEAST_SHARE) {
                stages.put(stage.label(), percent(share));
            }
        }
        return stages;
    }

    private static double share(SegmentProfile profile, Stage stage) {
        int users = profile.usersByStage().getOrDefault(stage, 0);
        return profile.size() == 0 ? 0 : (double) users / profile.size();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
