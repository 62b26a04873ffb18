package fr.ecolhuma.etreprof.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The académie of each French département. */
public final class Academies {

    private static final String FILE = "academies.csv";

    private Academies() {}

    /** The académie by département (two characters, three overseas), in the order of the file. */
    public static Map<String, String> byDepartement() {
        Map<String, String> academies = new LinkedHashMap<>();
        ShippedFile.text(Academies.class, FILE)
                .lines()
                .skip(1)
                .map(line -> line.split(",", 2))
                .forEach(cells -> academies.put(cells[0], cells[1]));
        return Collections.unmodifiableMap(academies);
    }
}
