package fr.ecolhuma.etreprof.classification.files;

import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code classifier_terms.tsv}: head (0 themes, 1 défis, 2 school), idf and term, ascending by head and term. */
final class TermsFile {

    static final String NAME = "classifier_terms.tsv";

    private static final String HEADER = "head\tidf\tterm";

    private TermsFile() {}

    static void write(Path folder, List<Vocabulary> vocabularies) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            out.write(HEADER + "\n");
            for (int head = 0; head < vocabularies.size(); head++) {
                Vocabulary vocabulary = vocabularies.get(head);
                for (int i = 0; i < vocabulary.size(); i++) {
                    out.write(head + "\t" + vocabulary.idf(i) + "\t"
                            + vocabulary.features().get(i) + "\n");
                }
            }
        }
    }

    /** One vocabulary per title weight. */
    static List<Vocabulary> read(Path folder, List<Double> titleWeights) {
        List<Reading> readings =
                titleWeights.stream().map(weight -> new Reading()).toList();
        try (BufferedReader in = Files.newBufferedReader(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            // Terms in equally many documents have the same idf, so only some hundred numbers are parsed.
            Map<String, Float> known = new HashMap<>();
            int number = 1;
            String line = in.readLine();
            if (!HEADER.equals(line)) {
                throw refusal(number, "another header", HEADER.replace('\t', ' '));
            }
            for (line = in.readLine(); line != null; line = in.readLine()) {
                add(readings, line, ++number, known);
            }
        } catch (IOException e) {
            throw new ClassifierException(
                    "%s is missing or unreadable; restore it, or train the classifier again".formatted(NAME));
        }
        List<Vocabulary> vocabularies = new ArrayList<>();
        for (int head = 0; head < readings.size(); head++) {
            vocabularies.add(readings.get(head).vocabulary(titleWeights.get(head)));
        }
        return vocabularies;
    }

    private static void add(List<Reading> readings, String line, int number, Map<String, Float> known) {
        int first = line.indexOf('\t');
        int second = line.indexOf('\t', first + 1);
        if (first < 0 || second < 0 || second == line.length() - 1) {
            throw refusal(number, "too few cells", "a head, an idf and a term");
        }
        String head = line.substring(0, first);
        String idf = line.substring(first + 1, second);
        try {
            float value = known.computeIfAbsent(idf, Float::valueOf);
            readings.get(Integer.parseInt(head)).add(line.substring(second + 1), value, number);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw refusal(number, "'%s' and '%s'".formatted(head, idf), "a head from 0 on and an idf");
        }
    }

    private static ClassifierException refusal(int line, String found, String expected) {
        return new ClassifierException("%s, line %d: found %s, expected %s".formatted(NAME, line, found, expected));
    }

    /** The terms of one head as they are read. */
    private static final class Reading {

        private final List<String> terms = new ArrayList<>();
        private final List<Float> idf = new ArrayList<>();

        void add(String term, float value, int line) {
            boolean ascends = terms.isEmpty() || terms.get(terms.size() - 1).compareTo(term) < 0;
            if (!ascends || !(value >= 1) || Float.isInfinite(value)) {
                throw refusal(line, "'%s' with idf %s".formatted(term, value), "ascending terms, each idf 1 or more");
            }
            terms.add(term);
            idf.add(value);
        }

        Vocabulary vocabulary(double titleWeight) {
            float[] values = new float[idf.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = idf.get(i);
            }
            return new Vocabulary(terms, values, titleWeight);
        }
    }
}
