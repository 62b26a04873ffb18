package fr.ecolhuma.etreprof.segmentation.profile;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Running sums of one segment. */
final class SegmentTally {

    private final List<String> columns;
    private final long[] sums;
    private final EnumMap<Stage, Integer> stages = new EnumMap<>(Stage.class);
    private int size;
    private int knownYears;
    private long years;
    private long topics;
    private double activity;
    private double mail;
    private double content;

    SegmentTally(List<String> columns) {
        this.columns = columns;
        this.sums = new long[columns.size()];
        for (Stage stage : Stage.values()) {
            stages.put(stage, 0);
        }
    }

    void addUser(ProfiledUser user) {
        size++;
        topics += user.topicCount();
        Integer anciennete = user.anciennete();
        if (anciennete != null) {
            knownYears++;
            years += anciennete;
        }
        user.levels().stages().forEach(stage -> stages.merge(stage, 1, Integer::sum));
    }

    void addCounts(CountMatrix counts, int row) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += counts.get(row, column);
        }
    }

    void addLevels(double activityLevel, double mailLevel, double contentLevel) {
        activity += activityLevel;
        mail += mailLevel;
        content += contentLevel;
    }

    /** The figures, for a platform with the given number of users. */
    SegmentProfile profile(int users) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int column = 0; column < sums.length; column++) {
            means.put(columns.get(column), mean((double) sums[column], size));
        }
        return new SegmentProfile(
                size,
                Math.round(1_000.0 * size / users) / 10.0,
                means,
                knownYears == 0 ? null : mean((double) years, knownYears),
                mean((double) topics, size),
                mean(activity, size),
                mean(mail, size),
                mean(content, size),
                stages);
    }

    private static double mean(double sum, int number) {
        return number == 0 ? 0 : Math.round(100 * sum / number) / 100.0;
    }
}
