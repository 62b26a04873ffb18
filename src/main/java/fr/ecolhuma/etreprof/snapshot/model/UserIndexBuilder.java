package fr.ecolhuma.etreprof.snapshot.model;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers users in the order of their ids. */
public final class UserIndexBuilder {

    final List<String> columns;
    final List<String> academieNames = new ArrayList<>();
    long[] ids;
    byte[] segments;
    byte[] degres;
    byte[] levels;
    int[] anciennetes;
    int[] academies;
    int[] counts;

    private final Map<String, Integer> academieNumbers = new HashMap<>();
    private int size;

    /** An empty index over these count columns. */
    public UserIndexBuilder(List<String> columns) {
        this(columns, 1024);
    }

    /**
     * An empty index with room.
     *
     * @param expected the approximate number of users, at least 1
     */
    public UserIndexBuilder(List<String> columns, int expected) {
        this.columns = List.copyOf(columns);
        this.ids = new long[expected];
        this.segments = new byte[expected];
        this.degres = new byte[expected];
        this.levels = new byte[expected];
        this.anciennetes = new int[expected];
        this.academies = new int[expected];
        this.counts = new int[expected * columns.size()];
    }

    /**
     * Adds a user.
     *
     * @param id greater than the one before
     * @param userCounts one per column
     * @throws IllegalArgumentException if ids do not ascend or the number of counts is wrong
     */
    public void add(
            long id,
            int segment,
            int degre,
            TaughtLevels taught,
            @Nullable Integer anciennete,
            @Nullable String academie,
            int[] userCounts) {
        if (size > 0 && ids[size - 1] >= id) {
            throw new IllegalArgumentException(
                    "found user id %d after %d, expected ids to ascend".formatted(id, ids[size - 1]));
        }
        if (userCounts.length != columns.size()) {
            throw new IllegalArgumentException(
                    "found %d counts, expected %d".formatted(userCounts.length, columns.size()));
        }
        grow();
        ids[size] = id;
        segments[size] = (byte) segment;
        degres[size] = (byte) degre;
        levels[size] = (byte) taught.bits();
        anciennetes[size] = anciennete == null ? UserIndex.UNKNOWN : anciennete;
        academies[size] = academie == null ? UserIndex.UNKNOWN : number(academie);
        System.arraycopy(userCounts, 0, counts, size * columns.size(), userCounts.length);
        size++;
    }

    private int number(String academie) {
        return academieNumbers.computeIfAbsent(academie, name -> {
            academieNames.add(name);
            return academieNames.size() - 1;
        });
    }

    private void grow() {
        if (size < ids.length) {
            return;
        }
        int larger = size * 2;
        ids = Arrays.copyOf(ids, larger);
        segments = Arrays.copyOf(segments, larger);
        degres = Arrays.copyOf(degres, larger);
        levels = Arrays.copyOf(levels, larger);
        anciennetes = Arrays.copyOf(anciennetes, larger);
        academies = Arrays.copyOf(academies, larger);
        counts = Arrays.copyOf(counts, larger * columns.size());
    }

    int size() {
        return size;
    }

    /** The index of all users added; the builder cannot be used afterwards. */
    public UserIndex build() {
        return new UserIndex(this);
    }
}
