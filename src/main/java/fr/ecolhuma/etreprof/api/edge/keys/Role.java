package fr.ecolhuma.etreprof.api.edge.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rights of a key. */
public enum Role {
    /** Reads everything except {@code /actuator}. */
    READER("a reader"),
    /** Sends events, and reads nothing that needs a key. */
    WRITER("a writer"),
    /** A reader who also decides on contents and lists. */
    EDITOR("an editor"),
    /** Has every right. */
    ADMIN("an admin");

    private final String inWords;

    Role(String inWords) {
        this.inWords = inWords;
    }

    /** Whether a key of this role has the right. */
    public boolean may(Right right) {
        return switch (this) {
            case READER -> right == Right.READ;
            case WRITER -> right == Right.SEND;
            case EDITOR -> right == Right.READ || right == Right.DECIDE;
            case ADMIN -> true;
        };
    }

    /** With its article, for messages. */
    public String inWords() {
        return inWords;
    }

    /** The keys that have a right, for messages: "a reader's, an editor's or an admin's key". */
    public static String keysWith(Right right) {
        List<String> owners = Arrays.stream(values())
                .filter(role -> role.may(right))
                .map(role -> role.inWords + "'s")
                .toList();
        String last = owners.getLast() + " key";
        String first = String.join(", ", owners.subList(0, owners.size() - 1));
        return first.isEmpty() ? last : first + " or " + last;
    }

    /** The roles that have a right, for sentences that name roles by their word. */
    public static String codesWith(Right right) {
        return Arrays.stream(values())
                .filter(role -> role.may(right))
                .map(Role::code)
                .collect(Collectors.joining(", "));
    }

    /** Its word in settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "));
    }
}
