package fr.ecolhuma.etreprof.api.edge.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a keys file.
 *
 * @param sound the lines that are keys
 * @param bad the numbers of the lines that are not, from 1 on
 * @param open whether the last line has no line break: the file may be cut off there
 * @param last the key of the last line, or null when that line is not a key
 */
record KeyText(
        List<KeyLine> sound,
        List<Integer> bad,
        boolean open,
        @Nullable KeyLine last) {

    private static final String MARK = "\uFEFF";

    static KeyText of(String text) {
        String body = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        List<KeyLine> sound = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        KeyLine last = null;
        int number = 0;
        for (String line : body.lines().map(String::strip).toList()) {
            number++;
            last = null;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                last = KeyLine.parse(line);
                sound.add(last);
            } catch (IllegalArgumentException _) {
                bad.add(number);
            }
        }
        return new KeyText(List.copyOf(sound), List.copyOf(bad), !body.isEmpty() && !body.endsWith("\n"), last);
    }

    /**
     * The reason why the rules stay as they were.
     *
     * @param before the keys of the file until now
     * @param adminElsewhere whether another setting has an admin's key
     */
    Optional<String> trouble(KeyRing before, boolean adminElsewhere) {
        if (open && (last == null || !before.has(last))) {
            return Optional.of("has a last line without a line break and may be half written; end it with one");
        }
        if (sound.isEmpty() && !before.isEmpty()) {
            return Optional.of("has no key any more, " + KeyLine.EXPECTED + " on each line");
        }
        if (before.hasAdmin() && !adminElsewhere && !new KeyRing(sound).hasAdmin()) {
            return Optional.of("has no admin's key any more, expected at least one");
        }
        return Optional.empty();
    }
}
