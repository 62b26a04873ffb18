package fr.ecolhuma.etreprof.recommendation.item;

import java.util.HashMap;
import java.util.Map;

/** Numbers for ids of any kind, in the order of their first appearance. */
public final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();

    public int add(String name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** The number of an id, -1 if it has not appeared. */
    public int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    public int size() {
        return numbers.size();
    }
}
